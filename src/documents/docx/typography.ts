import { LineRuleType } from 'docx';
import type { IFontAttributesProperties } from 'docx';
import type { Form } from './form.js';

/** Fonts by name only: the Chinese ones are commercial, and every reader's system has its own. */
export function fontOf(form: Form, font: keyof Form['fonts']): IFontAttributesProperties {
  const { latin } = form.fonts;
  const own = form.fonts[font];
  // A title's digits and quotation marks are set in the title's own face: beside it, others look thin.
  const western = font === 'title' || isLatin(own) ? own : latin;
  // The hint makes quotation marks and dashes, which both scripts share, take the Chinese font.
  return { ascii: western, hAnsi: western, cs: western, eastAsia: own, ...(isLatin(own) ? {} : { hint: 'eastAsia' }) };
}

function isLatin(font: string): boolean {
  return /^[\x20-\x7e]+$/.test(font);
}

export function exactly(pitch: number): { line: number; lineRule: typeof LineRuleType.EXACT } {
  return { line: pitch, lineRule: LineRuleType.EXACT };
}
