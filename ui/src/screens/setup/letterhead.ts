import type { Business } from '../../api/types/Business';
import type { Item } from '../../api/types/Item';
import type { Page } from '../../api/types/Page';

/** Millimetres: the margins and the text size of the documents. */
const left = 25;
const top = 24;
const lead = 5.2;
const size = 3.6;

/** The head of a letter, as far as it has been filled in: what each document of this business begins with. */
export function letterhead(business: Business): Page {
  const place = [business.street, [business.postcode, business.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const lines = [business.name, business.ownerName, place, business.phone, business.email];
  const items = lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map<Item>((text, index) => ({
      kind: 'text',
      x: left,
      y: top + index * lead,
      // Not measured by the core: as wide as the browser sets it.
      width: 0,
      size,
      face: text === business.name.trim() && index === 0 ? 'strong' : 'regular',
      ink: 'ink',
      text,
    }));
  // The upper third of an A4.
  return { width: 210, height: 99, items };
}
