import { LANGS } from '../../lang.js';
import type { PublicationTexts } from '../events/publication.js';

/** What is left for the public of an approved text: a language of which a part was erased goes whole. */
export function publishable(texts: PublicationTexts): PublicationTexts | undefined {
  const whole = LANGS.filter((lang) => [`title ${lang}`, `body ${lang}`].every((key) => hasText(texts, key)));
  const left = Object.entries(texts).filter(([key]) => whole.some((lang) => key.endsWith(` ${lang}`)));
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

function hasText(texts: PublicationTexts, key: string): boolean {
  const text = (texts as Record<string, string | undefined>)[key];
  return text !== undefined && text !== '';
}
