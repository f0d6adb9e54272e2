/** How the day is greeted. */
export type PartOfDay = 'morning' | 'day' | 'evening' | 'night';

export function partOfDay(at: Date): PartOfDay {
  const hour = at.getHours();
  if (hour < 5 || hour >= 23) return 'night';
  if (hour < 10) return 'morning';
  return hour < 18 ? 'day' : 'evening';
}
