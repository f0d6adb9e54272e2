//! What a document says against what an earlier version said: both in one text, each marked where they
//! differ, by word within a paragraph and by row within a table.

use std::mem::discriminant;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use super::blocks::{Block, Span, Table};
use super::layout::BlockChange;
use super::page::Change;

/// Two versions in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The blocks of both.
    pub blocks: Vec<Block>,
    /// How each differs.
    pub of_blocks: Vec<BlockChange>,
}

/// How many clauses differ. A clause is a heading with what stands under it, or what stands before the
/// first heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClauseCounts {
    /// That say something else.
    pub changed: u32,
    /// That were not there.
    pub added: u32,
    /// That are there no longer.
    pub removed: u32,
}

/// Less of two texts in common than this, in per cent, and they are two texts rather than one that was
/// changed.
const ALIKE: usize = 40;

/// What `new` says against `old`. A clause that only has another number is as it was.
pub fn compare(old: &[Block], new: &[Block]) -> Changes {
    let mut changes = Changes {
        blocks: Vec::new(),
        of_blocks: Vec::new(),
    };
    let (old_keys, new_keys) = (keys(old), keys(new));
    for op in capture_diff_slices(Algorithm::Myers, &old_keys, &new_keys) {
        let (olds, news) = (&old[op.old_range()], &new[op.new_range()]);
        if op.tag() == DiffTag::Equal {
            for block in news {
                changes.push(block.clone(), BlockChange::Within);
            }
        } else {
            changes.replaced(olds, news);
        }
    }
    changes
}

impl Changes {
    /// How many clauses differ.
    pub fn clauses(&self) -> ClauseCounts {
        let mut counts = ClauseCounts::default();
        let mut of_clause: Vec<bool> = Vec::new();
        let mut whole: Option<Change> = None;
        let mut count = |whole: Option<Change>, differs: bool| match whole {
            Some(Change::Added) => counts.added += 1,
            Some(Change::Removed) => counts.removed += 1,
            None if differs => counts.changed += 1,
            None => {}
        };
        for (block, change) in self.blocks.iter().zip(&self.of_blocks) {
            if matches!(block, Block::Heading { .. }) {
                count(whole, of_clause.contains(&true));
                of_clause.clear();
                whole = match change {
                    BlockChange::Whole(change) => Some(*change),
                    BlockChange::Within | BlockChange::Rows(_) => None,
                };
            }
            of_clause.push(differs(block, change));
        }
        count(whole, of_clause.contains(&true));
        counts
    }

    fn push(&mut self, block: Block, change: BlockChange) {
        self.blocks.push(block);
        self.of_blocks.push(change);
    }

    /// Blocks in the place of others: each beside the first that it is like, in order.
    fn replaced(&mut self, olds: &[Block], news: &[Block]) {
        for pair in paired(olds, news, changed) {
            match pair {
                Pair::Removed(old) => {
                    self.push(unnumbered(old), BlockChange::Whole(Change::Removed));
                }
                Pair::Added(new) => self.push(new.clone(), BlockChange::Whole(Change::Added)),
                Pair::Changed((block, change)) => self.push(block, change),
            }
        }
    }
}

/// What became of something among others that stand in the place of others.
enum Pair<'a, T, B> {
    Removed(&'a T),
    Added(&'a T),
    Changed(B),
}

/// Each of the new ones beside the first of the old that it was changed from, in order; between those,
/// what is gone before what is new.
fn paired<'a, T, B>(
    olds: &'a [T],
    news: &'a [T],
    changed: impl Fn(&T, &T) -> Option<B>,
) -> Vec<Pair<'a, T, B>> {
    let mut pairs = Vec::new();
    let mut added = Vec::new();
    let mut next = 0;
    for new in news {
        let found = (next..olds.len()).find_map(|at| Some((at, changed(&olds[at], new)?)));
        if let Some((at, both)) = found {
            pairs.extend(olds[next..at].iter().map(Pair::Removed));
            pairs.append(&mut added);
            pairs.push(Pair::Changed(both));
            next = at + 1;
        } else {
            added.push(Pair::Added(new));
        }
    }
    pairs.extend(olds[next..].iter().map(Pair::Removed));
    pairs.append(&mut added);
    pairs
}

fn differs(block: &Block, change: &BlockChange) -> bool {
    let any = |spans: &[Span]| spans.iter().any(|span| span.change.is_some());
    match (change, block) {
        (BlockChange::Whole(_), _) => true,
        (BlockChange::Rows(rows), _) => rows.iter().any(Option::is_some),
        (BlockChange::Within, Block::Paragraph(spans) | Block::Fine(spans)) => any(spans),
        (BlockChange::Within, Block::List(entries) | Block::Steps(entries)) => {
            entries.iter().any(|entry| any(entry))
        }
        (BlockChange::Within, _) => false,
    }
}

/// What is compared of blocks: all of it but the number of a clause, which depends on those before.
fn keys(blocks: &[Block]) -> Vec<String> {
    blocks
        .iter()
        .map(|block| format!("{:?}", unnumbered(block)))
        .collect()
}

fn unnumbered(block: &Block) -> Block {
    match block {
        Block::Heading { text, .. } => Block::Heading {
            number: None,
            text: text.clone(),
        },
        block => block.clone(),
    }
}

/// A block as it was changed from another; `None` when the two have little in common.
fn changed(old: &Block, new: &Block) -> Option<(Block, BlockChange)> {
    if discriminant(old) != discriminant(new) {
        return None;
    }
    let within = |block| Some((block, BlockChange::Within));
    match (old, new) {
        (Block::Paragraph(old), Block::Paragraph(new)) => {
            within(Block::Paragraph(words(old, new)?))
        }
        (Block::Fine(old), Block::Fine(new)) => within(Block::Fine(words(old, new)?)),
        (Block::List(old), Block::List(new)) => within(Block::List(entries(old, new))),
        (Block::Steps(old), Block::Steps(new)) => within(Block::Steps(entries(old, new))),
        (Block::Table(old), Block::Table(new)) if old.columns == new.columns => {
            let (table, rows) = rows(old, new);
            Some((Block::Table(table), BlockChange::Rows(rows)))
        }
        _ => None,
    }
}

/// A word or what stands between words, with its weight.
type Token<'a> = (&'a str, bool);

fn tokens(spans: &[Span]) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    for span in spans {
        let mut rest = span.text.as_str();
        while let Some(first) = rest.chars().next() {
            let is_word = |letter: char| letter.is_alphanumeric() || letter == '\u{AD}';
            let end = if is_word(first) {
                rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())
            } else {
                first.len_utf8()
            };
            let (token, after) = rest.split_at(end);
            tokens.push((token, span.strong));
            rest = after;
        }
    }
    tokens
}

/// Two texts in one, word by word; `None` when they have little in common.
fn words(old: &[Span], new: &[Span]) -> Option<Vec<Span>> {
    let (old, new) = (tokens(old), tokens(new));
    let ops = capture_diff_slices(Algorithm::Myers, &old, &new);
    let is_word = |token: &&Token<'_>| token.0.chars().any(char::is_alphanumeric);
    let count = |tokens: &[Token<'_>]| tokens.iter().filter(is_word).count();
    let kept: usize = ops
        .iter()
        .filter(|op| op.tag() == DiffTag::Equal)
        .map(|op| count(&new[op.new_range()]))
        .sum();
    let both = count(&old) + count(&new);
    // Twice what they share, against the words of both.
    if kept * 200 < both * ALIKE {
        return None;
    }
    let mut spans: Vec<Span> = Vec::new();
    let mut write = |tokens: &[Token<'_>], change| {
        for &(text, strong) in tokens {
            match spans.last_mut() {
                Some(last) if last.strong == strong && last.change == change => {
                    last.text.push_str(text);
                }
                _ => spans.push(Span {
                    text: text.to_owned(),
                    strong,
                    change,
                }),
            }
        }
    };
    for (olds, news) in stretches(&ops, &new, is_word) {
        match (olds, news) {
            (None, news) => write(&new[news], None),
            (Some(olds), news) => {
                write(&old[olds], Some(Change::Removed));
                write(&new[news], Some(Change::Added));
            }
        }
    }
    Some(spans)
}

type Range = std::ops::Range<usize>;

/// What is in both (only the new one's place is said) and what is in the place of something. A blank or
/// a sign that two changes have between them belongs to both: nobody reads a text that is cut there.
fn stretches(
    ops: &[DiffOp],
    new: &[Token<'_>],
    is_word: impl Fn(&&Token<'_>) -> bool,
) -> Vec<(Option<Range>, Range)> {
    let mut stretches: Vec<(Option<Range>, Range)> = Vec::new();
    for (index, op) in ops.iter().enumerate() {
        let is_between = index > 0 && index + 1 < ops.len();
        let has_word = new[op.new_range()].iter().any(|token| is_word(&token));
        if op.tag() == DiffTag::Equal && (has_word || !is_between) {
            stretches.push((None, op.new_range()));
        } else if let Some((Some(olds), news)) = stretches.last_mut() {
            olds.end = op.old_range().end;
            news.end = op.new_range().end;
        } else {
            stretches.push((Some(op.old_range()), op.new_range()));
        }
    }
    stretches
}

/// The entries of two lists in one.
fn entries(old: &[Vec<Span>], new: &[Vec<Span>]) -> Vec<Vec<Span>> {
    let mut entries = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &plain(old), &plain(new)) {
        let (olds, news) = (&old[op.old_range()], &new[op.new_range()]);
        if op.tag() == DiffTag::Equal {
            entries.extend(news.iter().cloned());
            continue;
        }
        for pair in paired(olds, news, |old, new| words(old, new)) {
            entries.push(match pair {
                Pair::Removed(old) => all(old, Change::Removed),
                Pair::Added(new) => all(new, Change::Added),
                Pair::Changed(both) => both,
            });
        }
    }
    entries
}

fn plain(entries: &[Vec<Span>]) -> Vec<Vec<(&str, bool)>> {
    entries
        .iter()
        .map(|spans| {
            let spans = spans.iter();
            spans.map(|span| (&*span.text, span.strong)).collect()
        })
        .collect()
}

fn all(spans: &[Span], change: Change) -> Vec<Span> {
    let changed = |span: &Span| Span {
        change: Some(change),
        ..span.clone()
    };
    spans.iter().map(changed).collect()
}

/// The rows of two tables in one.
fn rows(old: &Table, new: &Table) -> (Table, Vec<Option<Change>>) {
    let mut table = Table {
        rows: Vec::new(),
        ..new.clone()
    };
    let mut changes = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old.rows, &new.rows) {
        let mut push = |rows: &[Vec<String>], change: Option<Change>| {
            changes.resize(changes.len() + rows.len(), change);
            table.rows.extend_from_slice(rows);
        };
        if op.tag() == DiffTag::Equal {
            push(&new.rows[op.new_range()], None);
        } else {
            push(&old.rows[op.old_range()], Some(Change::Removed));
            push(&new.rows[op.new_range()], Some(Change::Added));
        }
    }
    (table, changes)
}
