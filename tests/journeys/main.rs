//! Journeys through the core: what people do, from the first minute to a handed-over copy.

mod hand_over;
