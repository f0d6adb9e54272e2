//! The real window, driven as a person would. Needs the built program and a display of its own
//! making: `make test`.

mod start;
