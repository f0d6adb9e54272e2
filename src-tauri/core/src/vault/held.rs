//! Memory for a key: a page of its own that the system does not write to swap.

use std::ops::Deref;

use region::LockGuard;

/// A value in locked memory, where the system has any to give. A page is locked or not as a whole
/// and only once, so it holds nothing else.
pub(super) struct Held<T> {
    // Dropped in this order: the value is wiped before its page may be swapped.
    page: Box<Page<T>>,
    _lock: Option<LockGuard>,
}

/// As large as the pages of any system that Kundbok runs on.
#[repr(align(16384))]
struct Page<T>(T);

impl<T> Held<T> {
    /// Holds a value. What made it may have left traces of its own on the stack.
    pub(super) fn new(value: T) -> Self {
        let page = Box::new(Page(value));
        // A limit on locked memory is no reason to keep someone from her register.
        let lock = region::lock(&raw const *page, size_of::<Page<T>>()).ok();
        Self { page, _lock: lock }
    }
}

impl<T> Deref for Held<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.page.0
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::collections::BTreeSet;
    use std::fs::{self, File};
    use std::hint::black_box;
    use std::os::unix::fs::FileExt;

    use super::super::{Recipients, RecoveryKey, RegisterKey, open, seal};
    use super::*;

    /// What every byte of a key is changed by where it is looked for, so that looking makes no copy.
    const MASK: u8 = 0x5a;

    /// What the system says of the memory at `address` (`proc_pid_smaps`(5): `VmFlags`).
    fn flags(address: usize) -> Vec<String> {
        let maps = fs::read_to_string("/proc/self/smaps").unwrap();
        let mut inside = false;
        for line in maps.lines() {
            let range = line
                .split(' ')
                .next()
                .and_then(|range| range.split_once('-'));
            if let Some((from, to)) = range
                && let (Ok(from), Ok(to)) = (
                    usize::from_str_radix(from, 16),
                    usize::from_str_radix(to, 16),
                )
            {
                inside = (from..to).contains(&address);
            }
            if let Some(flags) = line.strip_prefix("VmFlags: ").filter(|_| inside) {
                return flags.split_whitespace().map(str::to_owned).collect();
            }
        }
        Vec::new()
    }

    fn is_locked(address: usize) -> bool {
        flags(address).iter().any(|flag| flag == "lo")
    }

    #[test]
    fn a_key_lies_in_locked_memory_until_it_is_dropped() {
        let (one, other) = (Held::new([1_u8; 32]), Held::new([2_u8; 32]));
        let at = |held: &Held<[u8; 32]>| (&raw const **held).addr();
        let (first, second) = (at(&one), at(&other));
        assert!(is_locked(first) && is_locked(second));
        assert_eq!((*one, *other), ([1; 32], [2; 32]));
        drop(one);
        assert!(!is_locked(first));
        assert!(is_locked(second), "what is locked beside it stays so");
    }

    #[test]
    fn ordinary_memory_is_not_locked() {
        let ordinary = Box::new([0_u8; 32]);
        assert!(!is_locked((&raw const *ordinary).addr()));
    }

    /// The memory at `from`, masked; of what cannot be read, nothing is left either.
    fn look(memory: &File, from: u64, bytes: &mut [u8]) -> bool {
        let read = memory.read_exact_at(bytes, from);
        for byte in bytes {
            *byte ^= MASK;
        }
        read.is_ok()
    }

    /// How often the masked key stands in what this program may write to.
    fn copies(memory: &File, key: &[u8]) -> usize {
        const PAGE: u64 = 4096;
        let maps = fs::read_to_string("/proc/self/maps").unwrap();
        let areas = maps.lines().filter_map(|line| {
            let (range, rest) = line.split_once(' ')?;
            let (from, to) = range.split_once('-')?;
            let at = |digits| u64::from_str_radix(digits, 16).ok();
            rest.starts_with("rw").then_some((at(from)?, at(to)?))
        });
        let mut found = BTreeSet::new();
        let mut bytes = [0; 4096 + 31];
        for (from, to) in areas {
            for page in (from..to).step_by(4096) {
                let length = if page + PAGE == to { 4096 } else { bytes.len() };
                if look(memory, page, &mut bytes[..length]) {
                    let places = memchr::memmem::find_iter(&bytes[..length], key);
                    found.extend(places.map(|place| page + place as u64));
                }
            }
        }
        found.len()
    }

    /// Writes over what lies on the stack from before.
    #[inline(never)]
    fn work(depth: u64) -> u64 {
        let room = black_box([depth; 1024]);
        if depth == 0 {
            room[0]
        } else {
            room[1] + work(depth - 1)
        }
    }

    /// Of the whole memory of the program: the cipher keeps no copy of its own.
    #[test]
    fn the_one_copy_of_a_key_is_the_held_one_and_none_is_left_of_it() {
        let (made, recovery) = (RegisterKey::make(), RecoveryKey::make());
        let passphrase = "havre lykta".to_owned().into();
        let key_file = made.wrap(&passphrase).unwrap();
        let recipients = Recipients {
            register: made.recipient(),
            recovery: recovery.recipient(),
            outgoing: None,
        };
        drop(made);
        let key = RegisterKey::unwrap(&key_file, &passphrase).unwrap();
        let sealed = seal(&[7; 10_000], &recipients).unwrap();
        open(&sealed, &key).unwrap();
        let memory = File::open("/proc/self/mem").unwrap();
        let mut bytes = [0; 32];
        assert!(look(&memory, key.address() as u64, &mut bytes));
        black_box(work(100));
        assert_eq!(copies(&memory, &bytes), 1);
        drop(key);
        black_box(work(100));
        assert_eq!(copies(&memory, &bytes), 0);
    }
}
