//! Suppliers to begin with, from `assets/suppliers.toml`: what is known of those that many have.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Role, SupplierRole, Work};
use crate::law::Wording;
use crate::{Error, Language, Result};

/// A supplier to begin with, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct SupplierPreset {
    /// Stays the same in every language.
    pub key: String,
    /// What it is called in a list.
    pub label: String,
    /// Its name, or empty for a kind of business.
    pub name: String,
    /// What it does for her.
    pub work: Work,
    /// Its usual roles.
    pub roles: Vec<SupplierRole>,
    /// How long it keeps the data, or empty when that is not known.
    pub retention: String,
    /// Where responsibility passes on, or empty.
    pub responsibility: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    supplier: Vec<Preset>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    key: String,
    label: Wording,
    #[serde(default)]
    name: String,
    work: Work,
    role: Vec<PresetRole>,
    retention: Option<Wording>,
    responsibility: Option<Wording>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PresetRole {
    role: Role,
    concerns: Wording,
}

/// Every supplier to begin with.
///
/// # Errors
/// [`Error::Internal`] when the file cannot be read, which a test rules out.
pub fn presets(language: Language) -> Result<Vec<SupplierPreset>> {
    static FILE: OnceLock<Option<File>> = OnceLock::new();
    let file = FILE
        .get_or_init(|| toml::from_str(include_str!("../../../../../assets/suppliers.toml")).ok())
        .as_ref()
        .ok_or(Error::Internal("suppliers"))?;
    let text = |wording: &Option<Wording>| {
        let text = wording.as_ref().map(|wording| wording.of(language));
        text.unwrap_or_default().to_owned()
    };
    let presets = file.supplier.iter().map(|preset| SupplierPreset {
        key: preset.key.clone(),
        label: preset.label.of(language).to_owned(),
        name: preset.name.clone(),
        work: preset.work,
        roles: preset
            .role
            .iter()
            .map(|role| SupplierRole {
                role: role.role,
                concerns: role.concerns.of(language).to_owned(),
            })
            .collect(),
        retention: text(&preset.retention),
        responsibility: text(&preset.responsibility),
    });
    Ok(presets.collect())
}
