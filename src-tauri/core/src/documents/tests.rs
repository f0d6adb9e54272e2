//! Documents as a reader sees them: the bytes, the text a PDF reader finds, and where things stand.

mod binding;
mod changes;
mod pages;
// With poppler and qpdf, which Windows does not come with.
#[cfg(unix)]
mod reading;
mod sample;
mod writers;

use std::path::Path;
use std::time::Instant;

use super::pdf::write;

pub(super) fn page_of(page: usize, pages: usize) -> String {
    format!("Sida {page} av {pages}")
}

/// What poppler's `pdftotext` reads in a document.
#[cfg(unix)]
fn read_back(document: &super::blocks::Document) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("document.pdf");
    std::fs::write(&file, write(document, page_of, None).unwrap()).unwrap();
    pdftotext(&file, &[])
}

#[cfg(unix)]
fn pdftotext(file: &Path, options: &[&str]) -> String {
    let output = std::process::Command::new("pdftotext")
        .args(["-enc", "UTF-8"])
        .args(options)
        .arg(file)
        .arg("-")
        .output()
        .unwrap();
    assert!(output.status.success(), "pdftotext: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
#[ignore = "for looking at: writes the samples to target/documents"]
fn draw_samples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/documents");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, document) in [
        ("handover", sample::handover(12)),
        ("sheet", sample::recovery_sheet()),
        ("policy", sample::policy()),
        ("odd", sample::odd()),
    ] {
        let bytes = write(&document, page_of, None).unwrap();
        std::fs::write(folder.join(format!("{name}.pdf")), bytes).unwrap();
    }
}

#[test]
#[ignore = "a measurement: run it in release with --nocapture"]
#[allow(clippy::print_stdout)]
fn time_of_a_thousand_lines() {
    let document = sample::handover(1000);
    for (what, password) in [("open", None), ("locked", Some("plommon cykel"))] {
        let mut times: Vec<_> = (0..20)
            .map(|_| {
                let start = Instant::now();
                let bytes = write(&document, page_of, password).unwrap();
                (start.elapsed(), bytes.len())
            })
            .collect();
        times.sort();
        let (time, size) = times[10];
        println!("1000 purchase lines, {what}: median {time:?}, {size} bytes");
    }
}
