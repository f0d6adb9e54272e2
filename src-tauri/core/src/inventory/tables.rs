//! Every table and column of the register, declared.

use super::{
    About, Category, Column, Kind, LegalBasis, Origin, Personal, Purpose, Reach, Retention,
    Section, Shape, Table,
};

const fn key(name: &'static str) -> Column {
    Column {
        name,
        kind: Kind::Key,
        texts: None,
        personal: None,
    }
}

/// A column that is about no customer.
const fn own(name: &'static str, kind: Kind) -> Column {
    Column {
        name,
        kind,
        texts: None,
        personal: None,
    }
}

const fn personal(name: &'static str, kind: Kind, personal: Personal) -> Column {
    Column {
        name,
        kind,
        texts: None,
        personal: Some(personal),
    }
}

/// A text that many rows repeat.
const fn repeated(column: Column, texts: &'static str) -> Column {
    Column {
        texts: Some(texts),
        ..column
    }
}

const CONTACT: Personal = Personal {
    category: Category::Contact,
    purpose: Purpose::Sale,
    basis: LegalBasis::Contract,
    retention: Retention::WhileCustomer,
    origin: Origin::Provided,
    special: false,
};
const BIRTHDAY: Personal = Personal {
    category: Category::Birthday,
    purpose: Purpose::Congratulation,
    basis: LegalBasis::LegitimateInterest,
    retention: Retention::UntilObjection,
    ..CONTACT
};
const SOURCE: Personal = Personal {
    category: Category::Source,
    origin: Origin::Derived,
    ..ACCOUNTABILITY
};
const NOTES: Personal = Personal {
    category: Category::Notes,
    origin: Origin::Derived,
    ..CARE
};
const PURCHASE: Personal = Personal {
    category: Category::Purchase,
    purpose: Purpose::Bookkeeping,
    basis: LegalBasis::LegalObligation,
    retention: Retention::Bookkeeping,
    ..CONTACT
};
const CARE: Personal = Personal {
    category: Category::ContactLog,
    purpose: Purpose::CustomerCare,
    basis: LegalBasis::LegitimateInterest,
    retention: Retention::WhileCustomer,
    origin: Origin::Derived,
    special: false,
};
/// What they hold is not known: that she agreed to something, or a picture of her.
const DOCUMENT: Personal = Personal {
    category: Category::Document,
    purpose: Purpose::Agreement,
    basis: LegalBasis::LegitimateInterest,
    ..CONTACT
};
const ACCOUNTABILITY: Personal = Personal {
    category: Category::Compliance,
    purpose: Purpose::Accountability,
    basis: LegalBasis::LegalObligation,
    retention: Retention::Proof,
    origin: Origin::Derived,
    special: false,
};

/// Every table of the register, those about customers in the order of a document.
pub const TABLES: &[Table] = &[
    Table {
        name: "customer",
        about: About::Customer(Reach::Itself),
        section: Section::Person,
        shape: Shape::Facts,
        order: "t.id",
        columns: &[
            key("id"),
            personal("number", Kind::Number, CONTACT),
            personal("given_name", Kind::Text, CONTACT),
            personal("family_name", Kind::Text, CONTACT),
            personal("birthday", Kind::Birthday, BIRTHDAY),
            personal("language", Kind::Word("language"), CONTACT),
            personal("source", Kind::Word("source"), SOURCE),
            personal("source_detail", Kind::FreeText, SOURCE),
            personal("notes", Kind::FreeText, NOTES),
            personal("added_at", Kind::Instant, SOURCE),
            personal("edited_at", Kind::Instant, ACCOUNTABILITY),
        ],
    },
    Table {
        name: "customer_phone",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Person,
        shape: Shape::Entries,
        order: "t.position",
        columns: &[
            key("id"),
            key("customer_id"),
            key("position"),
            personal("label", Kind::Word("label"), CONTACT),
            personal("number", Kind::Phone, CONTACT),
        ],
    },
    Table {
        name: "customer_email",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Person,
        shape: Shape::Entries,
        order: "t.position",
        columns: &[
            key("id"),
            key("customer_id"),
            key("position"),
            personal("label", Kind::Word("label"), CONTACT),
            personal("address", Kind::Text, CONTACT),
        ],
    },
    Table {
        name: "customer_address",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Person,
        shape: Shape::Entries,
        order: "t.position",
        columns: &[
            key("id"),
            key("customer_id"),
            key("position"),
            personal("label", Kind::Word("label"), CONTACT),
            personal("street", Kind::FreeText, CONTACT),
            personal("postcode", Kind::Postcode, CONTACT),
            personal("town", Kind::Text, CONTACT),
            personal("country", Kind::Text, CONTACT),
        ],
    },
    Table {
        name: "customer_tag",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Person,
        shape: Shape::Entries,
        order: "t.position",
        columns: &[
            key("id"),
            key("customer_id"),
            key("position"),
            personal("tag", Kind::FreeText, NOTES),
        ],
    },
    Table {
        name: "purchase",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Purchases,
        shape: Shape::Rows,
        order: "t.purchased_on DESC, t.id DESC",
        columns: &[
            key("id"),
            key("customer_id"),
            personal("purchased_on", Kind::Day, PURCHASE),
            personal("receipt", Kind::FreeText, PURCHASE),
            personal("currency", Kind::Currency, PURCHASE),
            personal("note", Kind::FreeText, NOTES),
        ],
    },
    Table {
        name: "purchase_line",
        about: About::Customer(Reach::Parent {
            column: "purchase_id",
            table: "purchase",
        }),
        section: Section::Purchases,
        shape: Shape::Rows,
        order: "t.position",
        columns: &[
            key("purchase_id"),
            key("position"),
            repeated(personal("product", Kind::FreeText, PURCHASE), "product"),
            personal("quantity", Kind::Quantity, PURCHASE),
            personal("unit_price", Kind::UnitPrice, PURCHASE),
        ],
    },
    Table {
        name: "contact",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Contacts,
        shape: Shape::Rows,
        order: "t.happened_on DESC, t.id DESC",
        columns: &[
            key("id"),
            key("customer_id"),
            personal("happened_on", Kind::Day, CARE),
            personal("channel", Kind::Word("channel"), CARE),
            personal("summary", Kind::FreeText, CARE),
        ],
    },
    Table {
        name: "attachment",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Files,
        shape: Shape::Rows,
        order: "t.id",
        columns: &[
            key("id"),
            key("customer_id"),
            key("sealed_name"),
            key("identity"),
            personal("name", Kind::FreeText, DOCUMENT),
            personal("media_type", Kind::MediaType, DOCUMENT),
            personal("bytes", Kind::Bytes, DOCUMENT),
            personal("hash", Kind::CheckSum, DOCUMENT),
            personal("added_at", Kind::Instant, DOCUMENT),
        ],
    },
    Table {
        name: "policy_given",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Policies,
        shape: Shape::Rows,
        order: "t.given_on DESC, t.id DESC",
        columns: &[
            key("id"),
            key("customer_id"),
            personal("version", Kind::Number, ACCOUNTABILITY),
            personal("given_on", Kind::Day, ACCOUNTABILITY),
            personal("channel", Kind::Word("channel"), ACCOUNTABILITY),
        ],
    },
    Table {
        name: "handover",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::HandOvers,
        shape: Shape::Rows,
        order: "t.id DESC",
        columns: &[
            key("id"),
            key("customer_id"),
            personal("handed_over_at", Kind::Instant, ACCOUNTABILITY),
            personal("language", Kind::Word("language"), ACCOUNTABILITY),
            personal("protected", Kind::Flag, ACCOUNTABILITY),
            personal("pdf_hash", Kind::CheckSum, ACCOUNTABILITY),
        ],
    },
    Table {
        name: "audit",
        about: About::Customer(Reach::Column("customer_id")),
        section: Section::Audit,
        shape: Shape::Rows,
        order: "t.id DESC",
        columns: &[
            key("id"),
            personal("happened_at", Kind::Instant, ACCOUNTABILITY),
            personal("action", Kind::Word("action"), ACCOUNTABILITY),
            key("customer_id"),
        ],
    },
    Table {
        name: "business",
        about: About::Controller,
        section: Section::Person,
        shape: Shape::Facts,
        order: "t.id",
        columns: &[
            key("id"),
            own("name", Kind::Text),
            own("owner_name", Kind::Text),
            own("organisation_number", Kind::Text),
            own("street", Kind::Text),
            own("postcode", Kind::Text),
            own("town", Kind::Text),
            own("country", Kind::Text),
            own("phone", Kind::Text),
            own("email", Kind::Text),
            own("website", Kind::Text),
        ],
    },
    Table {
        name: "supplier",
        about: About::Nobody,
        section: Section::Person,
        shape: Shape::Rows,
        order: "t.position",
        columns: &[
            key("id"),
            key("position"),
            own("name", Kind::Text),
            own("work", Kind::Word("work")),
            own("country", Kind::Text),
            own("safeguard", Kind::Text),
            own("contact", Kind::Text),
            own("contact_email", Kind::Text),
            own("agreement", Kind::Text),
            own("reseller", Kind::Text),
            own("accepted_on", Kind::Day),
            own("accepted_by", Kind::Text),
            own("authority", Kind::Text),
            own("terms", Kind::Text),
            own("retention", Kind::Text),
            own("responsibility", Kind::Text),
        ],
    },
    Table {
        name: "supplier_role",
        about: About::Nobody,
        section: Section::Person,
        shape: Shape::Rows,
        order: "t.position",
        columns: &[
            key("id"),
            key("supplier_id"),
            key("position"),
            own("role", Kind::Text),
            own("concerns", Kind::Text),
        ],
    },
    Table {
        name: "sub_processor",
        about: About::Nobody,
        section: Section::Person,
        shape: Shape::Rows,
        order: "t.position",
        columns: &[
            key("id"),
            key("supplier_id"),
            key("position"),
            own("name", Kind::Text),
            own("country", Kind::Text),
            own("safeguard", Kind::Text),
        ],
    },
    Table {
        name: "product",
        about: About::Nobody,
        section: Section::Purchases,
        shape: Shape::Rows,
        order: "t.name",
        columns: &[
            key("id"),
            own("name", Kind::Text),
            own("lines", Kind::Number),
        ],
    },
    Table {
        name: "activity",
        about: About::Nobody,
        section: Section::Person,
        shape: Shape::Rows,
        order: "t.position",
        columns: &[
            key("id"),
            key("position"),
            own("purpose", Kind::Text),
            own("answer", Kind::Flag),
            own("basis", Kind::Text),
            own("retention", Kind::Text),
            own("need", Kind::Text),
            own("categories", Kind::Text),
            own("subjects", Kind::Text),
            own("places", Kind::Text),
        ],
    },
    Table {
        name: "activity_text",
        about: About::Nobody,
        section: Section::Person,
        shape: Shape::Rows,
        order: "t.id",
        columns: &[
            key("id"),
            key("activity_id"),
            own("language", Kind::Text),
            own("field", Kind::Text),
            own("text", Kind::Text),
        ],
    },
    Table {
        name: "clause",
        about: About::Nobody,
        section: Section::Policies,
        shape: Shape::Rows,
        order: "t.position",
        columns: &[
            key("id"),
            key("position"),
            own("name", Kind::Text),
            own("left_out", Kind::Flag),
        ],
    },
    Table {
        name: "clause_text",
        about: About::Nobody,
        section: Section::Policies,
        shape: Shape::Rows,
        order: "t.id",
        columns: &[
            key("id"),
            key("clause_id"),
            own("language", Kind::Text),
            own("heading", Kind::Text),
            own("text", Kind::Text),
        ],
    },
    Table {
        name: "policy_version",
        about: About::Nobody,
        section: Section::Policies,
        shape: Shape::Rows,
        order: "t.version",
        columns: &[
            key("id"),
            own("version", Kind::Number),
            own("adopted_on", Kind::Day),
            own("country", Kind::Text),
            own("hash", Kind::Text),
            own("documents", Kind::Text),
            own("languages", Kind::Text),
        ],
    },
    Table {
        name: "register",
        about: About::Nobody,
        section: Section::Person,
        shape: Shape::Facts,
        order: "t.id",
        columns: &[
            key("id"),
            own("register_id", Kind::Text),
            own("generation", Kind::Number),
            own("customers", Kind::Number),
            own("register_recipient", Kind::Text),
            own("recovery_recipient", Kind::Text),
            own("outgoing_recipient", Kind::Text),
            own("recovery_tested_at", Kind::Instant),
            own("created_at", Kind::Instant),
            own("saved_at", Kind::Instant),
        ],
    },
    Table {
        name: "lineage",
        about: About::Nobody,
        section: Section::Person,
        shape: Shape::Facts,
        order: "t.generation",
        columns: &[
            key("generation"),
            own("hash", Kind::Text),
            own("saved_at", Kind::Instant),
            own("customers", Kind::Number),
        ],
    },
];
