//! Writes the published schema of the portable copy.
fn main() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../assets/schema/handover-1.schema.json"
    );
    let schema = kundbok_core::exchange::portable::schema().expect("a schema");
    std::fs::write(path, schema).expect("assets/schema can be written");
}
