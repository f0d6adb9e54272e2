// Finds what a person would: by role and accessible name, among what is visible. Answers the first
// match, or null. axe computes roles and names as assistive technology does.
const [role, name, exact] = arguments;
axe.setup(document.documentElement);
try {
  const { getRole } = axe.commons.aria;
  const { accessibleText, sanitize } = axe.commons.text;
  const same = (found) => (exact ? found === name : found.includes(name));
  for (const element of document.querySelectorAll('body *')) {
    if (element.getClientRects().length === 0) continue;
    if (getRole(element) !== role) continue;
    if (!same(sanitize(accessibleText(element)))) continue;
    if (element.closest('[inert], [aria-hidden="true"]')) continue;
    return element;
  }
  return null;
} finally {
  axe.teardown();
}
