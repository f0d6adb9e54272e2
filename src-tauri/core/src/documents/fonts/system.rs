//! The computer's own fonts, for names in scripts that the fonts of documents lack: Windows and macOS have
//! one for each. They are looked at when the first such character is printed, and not before.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use fontdb::{Database, FaceInfo, ID, Style};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};

use super::{Font, Glyphs};
use crate::documents::page::{Face, SystemFont};

/// A usual weight (OpenType, `usWeightClass`).
const REGULAR: u16 = 400;

/// What is known of the computer's fonts.
struct System {
    fonts: Database,
    /// All of them, the plainest first.
    order: Vec<ID>,
    /// Those that were needed so far.
    found: Vec<&'static Font>,
    /// Which of them has which characters.
    known: HashMap<Box<[char]>, Option<SystemFont>>,
}

static SYSTEM: OnceLock<Mutex<System>> = OnceLock::new();

fn system() -> MutexGuard<'static, System> {
    let system = SYSTEM.get_or_init(|| Mutex::new(System::look()));
    system.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A face with characters that belong together; `None` for what no font of the computer has, and for
/// scripts whose letters change beside others.
pub fn with(characters: &[char]) -> Option<Face> {
    if !characters.iter().copied().all(stands_alone) {
        return None;
    }
    system().find(characters).map(Face::System)
}

/// One that was found.
pub fn font(SystemFont(at): SystemFont) -> Option<&'static Font> {
    system().found.get(usize::from(at)).copied()
}

/// The faces that were found so far. None is looked for here.
pub fn found() -> impl Iterator<Item = Face> {
    let count = SYSTEM.get().map_or(0, |system| {
        let system = system.lock().unwrap_or_else(PoisonError::into_inner);
        system.found.len()
    });
    (0..=u8::MAX)
        .take(count)
        .map(|at| Face::System(SystemFont(at)))
}

impl System {
    fn look() -> Self {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        let mut faces: Vec<&FaceInfo> = fonts.faces().collect();
        faces.sort_by_key(|face| {
            (
                face.style != Style::Normal,
                face.weight.0.abs_diff(REGULAR),
                face.monospaced,
                face.post_script_name.clone(),
            )
        });
        let order = faces.into_iter().map(|face| face.id).collect();
        Self {
            fonts,
            order,
            found: Vec::new(),
            known: HashMap::new(),
        }
    }

    fn find(&mut self, characters: &[char]) -> Option<SystemFont> {
        if let Some(known) = self.known.get(characters) {
            return *known;
        }
        let has_all = |font: &&Font| characters.iter().all(|&it| font.glyph(it).is_some());
        let at = self.found.iter().position(has_all);
        let found = at.or_else(|| self.take_in(characters));
        let found = found.and_then(|at| u8::try_from(at).ok().map(SystemFont));
        self.known.insert(characters.into(), found);
        found
    }

    /// Keeps the first font that has characters, for as long as Kundbok runs.
    fn take_in(&mut self, characters: &[char]) -> Option<usize> {
        let font = self.order.iter().find_map(|id| {
            self.fonts
                .with_face_data(*id, |data, index| {
                    let font = FontRef::from_index(data, index).ok()?;
                    let charmap = font.charmap();
                    let has_all = characters.iter().all(|&it| charmap.map(it).is_some());
                    (has_all && may_be_embedded(&font)).then(|| (data.to_vec(), index))
                })
                .flatten()
        });
        let (data, index) = font?;
        let data: &'static [u8] = data.leak();
        let glyphs = Glyphs::In(FontRef::from_index(data, index).ok()?);
        self.found.push(Box::leak(Box::new(Font {
            data,
            index,
            glyphs,
        })));
        Some(self.found.len() - 1)
    }
}

/// Whether its maker lets it stand in a document (OpenType, `fsType`): not with a restricted licence, and
/// not as pictures alone.
fn may_be_embedded(font: &FontRef<'_>) -> bool {
    const USAGE: u16 = 0x000F;
    const RESTRICTED: u16 = 0x0002;
    const PICTURES_ONLY: u16 = 0x0200;
    font.os2().is_ok_and(|os2| {
        let terms = os2.fs_type();
        terms & USAGE != RESTRICTED && terms & PICTURES_ONLY == 0
    })
}

/// Of a script that is set letter by letter: Thai and Lao, Ethiopic, and those of China, Japan and Korea.
/// Letters of the Indian scripts and their neighbours change beside others, which is not done here.
const fn stands_alone(character: char) -> bool {
    matches!(character,
        '\u{E00}'..='\u{EFF}' | '\u{1200}'..='\u{139F}' | '\u{2D80}'..='\u{2DDF}'
        | '\u{2E80}'..='\u{A4CF}' | '\u{AB00}'..='\u{AB2F}' | '\u{AC00}'..='\u{D7AF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}' | '\u{FF01}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}')
}
