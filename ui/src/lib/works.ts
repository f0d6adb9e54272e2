/** What suppliers do, in the order in which it is offered. */
import type { Work } from '../api/types/Work';

export const works: readonly Work[] = ['bookkeeper', 'carrier', 'booking', 'mail', 'cloud', 'payment', 'supplier', 'social', 'other'];
