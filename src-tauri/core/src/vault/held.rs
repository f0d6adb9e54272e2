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
    use std::fs;

    use super::*;

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
}
