/** How long ago something should have been done, as people say it: in days, then in months, then in years. */
export interface Late {
  count: number;
  unit: 'days' | 'months' | 'years';
}

/** Up to so many days are counted as days, and up to so many as months. */
const DAYS = 60;
const MONTHS = 730;

/** Whole ones that have passed, of a month and a year of average length. */
export function late(days: number): Late {
  if (days <= DAYS) return { count: days, unit: 'days' };
  if (days <= MONTHS) return { count: Math.floor(days / 30.4375), unit: 'months' };
  return { count: Math.floor(days / 365.25), unit: 'years' };
}
