import type { Theme } from '../api/types/Theme';

export const textSizes = [100, 125, 150, 200] as const;

/** Light, dark or the system's, and the size of the text: the stylesheets read both from <html>. */
export function lookLike(theme: Theme, textSize: number): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (textSize === 100) delete dataset['text'];
  else dataset['text'] = String(textSize);
}
