//! A disk in memory that tells what a program sees from what a power cut leaves, keeps a log of the
//! calls, and fails where it is told to.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

mod calls;
mod cut;
mod system;

use calls::without_digest;
pub use calls::{Call, Fault, Made, Operation};
pub use cut::Torn;

/// A file's contents: what is read, and what is sure to be there after a power cut.
#[derive(Clone)]
struct Inode {
    seen: Arc<Vec<u8>>,
    durable: Arc<Vec<u8>>,
    /// A sync failed: what was dirty then never reaches the disk.
    lost: bool,
    modified: SystemTime,
}

/// A change of names in a folder whose sync is still to come.
#[derive(Clone)]
struct Renaming {
    folder: PathBuf,
    removes: Option<PathBuf>,
    sets: Option<(PathBuf, usize)>,
}

impl Renaming {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        if let Some(path) = &self.removes {
            names.remove(path);
        }
        if let Some((path, file)) = &self.sets {
            names.insert(path.clone(), *file);
        }
    }
}

/// A file that another program puts there.
#[derive(Clone)]
struct Arrival {
    before: Call,
    path: PathBuf,
    bytes: Arc<Vec<u8>>,
}

#[derive(Clone)]
struct State {
    files: Vec<Inode>,
    names: BTreeMap<PathBuf, usize>,
    durable_names: BTreeMap<PathBuf, usize>,
    pending: Vec<Renaming>,
    folders: BTreeSet<PathBuf>,
    clock: SystemTime,
    locks: HashMap<PathBuf, u64>,
    locks_taken: u64,
    // What follows is told anew by `watch`.
    faults: Vec<(Call, Fault)>,
    arrival: Option<Arrival>,
    fired: usize,
    dead: bool,
    counts: HashMap<(Operation, PathBuf), u32>,
    log: Vec<Made>,
    moments: Option<Vec<Disk>>,
}

/// The disk. A clone is the same disk; [`Disk::copy`] makes another.
#[derive(Clone)]
pub struct Disk(Arc<Mutex<State>>);

impl Disk {
    /// An empty disk with these folders.
    pub fn new(folders: &[&Path], clock: SystemTime) -> Self {
        Self::of(State {
            files: Vec::new(),
            names: BTreeMap::new(),
            durable_names: BTreeMap::new(),
            pending: Vec::new(),
            folders: folders.iter().map(|path| path.to_path_buf()).collect(),
            clock,
            locks: HashMap::new(),
            locks_taken: 0,
            faults: Vec::new(),
            arrival: None,
            fired: 0,
            dead: false,
            counts: HashMap::new(),
            log: Vec::new(),
            moments: None,
        })
    }

    fn of(state: State) -> Self {
        Self(Arc::new(Mutex::new(state)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Another disk that is as this one is now, for a program that starts anew.
    #[must_use]
    pub fn copy(&self) -> Self {
        let other = Self::of(self.state().clone());
        other.state().locks.clear();
        other.watch(&[]);
        other
    }

    /// Forgets the log and lets these calls, counted from now, fail.
    pub fn watch(&self, faults: &[(Call, Fault)]) {
        let mut state = self.state();
        state.faults = faults.to_vec();
        state.arrival = None;
        state.fired = 0;
        state.dead = false;
        state.counts.clear();
        state.log.clear();
        state.moments = None;
    }

    /// As [`Self::watch`] without faults, and another program puts a file there just before this call.
    pub fn watch_arrival(&self, before: &Call, path: &Path, bytes: &[u8]) {
        self.watch(&[]);
        self.state().arrival = Some(Arrival {
            before: before.clone(),
            path: path.to_owned(),
            bytes: Arc::new(bytes.to_vec()),
        });
    }

    /// As [`Self::watch`] without faults, and keeps a copy of the disk after every call.
    pub fn watch_moments(&self) {
        self.watch(&[]);
        self.state().moments = Some(Vec::new());
    }

    /// The disk after each call since [`Self::watch_moments`].
    pub fn moments(&self) -> Vec<Self> {
        self.state().moments.take().unwrap_or_default()
    }

    /// The calls since [`Self::watch`].
    pub fn log(&self) -> Vec<Made> {
        self.state().log.clone()
    }

    /// How many of the faults came to pass.
    pub fn fired(&self) -> usize {
        self.state().fired
    }

    /// Whether the program was killed.
    pub fn killed(&self) -> bool {
        self.state().dead
    }

    /// Makes everything durable, as time does.
    pub fn settle(&self) {
        let mut state = self.state();
        for file in &mut state.files {
            file.durable = Arc::clone(&file.seen);
        }
        state.durable_names = state.names.clone();
        state.pending.clear();
    }

    /// Sets the clock that files are stamped by.
    pub fn set_clock(&self, clock: SystemTime) {
        self.state().clock = clock;
    }

    /// Every file with its contents.
    pub fn files(&self) -> BTreeMap<PathBuf, Arc<Vec<u8>>> {
        let state = self.state();
        let file =
            |(path, file): (&PathBuf, &usize)| (path.clone(), Arc::clone(&state.files[*file].seen));
        state.names.iter().map(file).collect()
    }

    /// A file's contents.
    pub fn contents(&self, path: &Path) -> Option<Arc<Vec<u8>>> {
        let state = self.state();
        let file = state.names.get(path)?;
        Some(Arc::clone(&state.files[*file].seen))
    }

    /// Puts a file there, durable, as another program would.
    pub fn put(&self, path: &Path, bytes: impl Into<Vec<u8>>) {
        self.state().put(path, Arc::new(bytes.into()));
    }

    /// Takes a file away, durably, as another program would.
    pub fn take(&self, path: &Path) -> Option<Arc<Vec<u8>>> {
        let contents = self.contents(path);
        let mut state = self.state();
        state.names.remove(path);
        state.durable_names.remove(path);
        contents
    }

    /// One call: it is logged, meets its fault, and does `work` unless that prevents it. `work` is
    /// told how much of its bytes it may move: all or half, and whether an error follows.
    fn call<T>(
        &self,
        operation: Operation,
        path: &Path,
        work: impl FnOnce(&mut State, Option<Fault>) -> io::Result<(T, Option<usize>)>,
    ) -> io::Result<T> {
        let mut guard = self.state();
        let state = &mut *guard;
        if state.dead {
            return Err(io::Error::other("the program has ended"));
        }
        let path = without_digest(path);
        let nth = state.counts.entry((operation, path.clone())).or_default();
        let call = Call {
            operation,
            path,
            nth: *nth,
        };
        *nth += 1;
        if let Some(arrival) = state.arrival.take_if(|arrival| arrival.before == call) {
            state.put(&arrival.path, arrival.bytes);
            state.fired += 1;
        }
        let fault = state.faults.iter().find(|(which, _)| *which == call);
        let fault = fault.map(|(_, fault)| *fault);
        state.fired += usize::from(fault.is_some());
        if fault == Some(Fault::KilledBefore) {
            state.dead = true;
            return Err(io::Error::other("killed"));
        }
        let error = fault.and_then(Fault::error);
        // A write or sync that fails leaves traces; any other that fails has done nothing.
        let leaves_traces = matches!(operation, Operation::Write | Operation::Sync);
        let result = if error.is_some() && !leaves_traces {
            Err(ErrorKind::Other.into())
        } else {
            work(state, fault)
        };
        let file = result.as_ref().ok().and_then(|(_, file)| *file);
        let result = match error {
            Some(error) => Err(error),
            None => result.map(|(value, _)| value),
        };
        state.log.push(Made {
            call,
            file,
            ok: result.is_ok(),
        });
        if fault == Some(Fault::KilledAfter) {
            state.dead = true;
            return Err(io::Error::other("killed"));
        }
        if let Some(mut moments) = state.moments.take() {
            moments.push(Self::of(state.clone()));
            state.moments = Some(moments);
        }
        result
    }
}

impl State {
    fn put(&mut self, path: &Path, bytes: Arc<Vec<u8>>) {
        let file = self.make(Arc::clone(&bytes));
        self.files[file].durable = bytes;
        self.names.insert(path.to_owned(), file);
        self.durable_names.insert(path.to_owned(), file);
    }

    fn make(&mut self, seen: Arc<Vec<u8>>) -> usize {
        self.files.push(Inode {
            seen,
            durable: Arc::default(),
            lost: false,
            modified: self.clock,
        });
        // Files that are made one after the other are told apart by their time.
        self.clock += Duration::from_millis(10);
        self.files.len() - 1
    }

    fn find(&self, path: &Path) -> io::Result<usize> {
        self.names
            .get(path)
            .copied()
            .ok_or(ErrorKind::NotFound.into())
    }

    fn change(&mut self, folder: &Path, removes: Option<PathBuf>, sets: Option<(PathBuf, usize)>) {
        let renaming = Renaming {
            folder: folder.to_owned(),
            removes,
            sets,
        };
        renaming.apply(&mut self.names);
        self.pending.push(renaming);
    }
}
