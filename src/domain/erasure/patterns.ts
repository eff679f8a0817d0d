/** Patterns for JavaScript and for PostgreSQL alike, of words and texts in the form of `plain`. */

const IN_CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
export const CJK = new RegExp(`^[${IN_CJK}·\\s]+$`, 'u');
const CJK_RUN = new RegExp(`[${IN_CJK}]+(?:[·\\s]*[${IN_CJK}]+)*`, 'u');
const OTHER_RUN = /\p{Script=Latin}[\p{Script=Latin}\p{M}'.-]*(?:\s+\p{Script=Latin}[\p{Script=Latin}\p{M}'.-]*)+/u;

/**
 * Letters of scripts that put spaces between words, and digits: beside one of these a word is part of another. Chinese puts
 * none, and a name may stand in the middle of a sentence.
 */
const LETTER = '0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u1fff';

/** Fewer digits than that are no number of one person. */
const FEWEST_DIGITS = 7;
/** The space of no width: in place of a space, or within a word. */
const NO_WIDTH = '\u200b';
const BETWEEN_DIGITS = `[ ().${NO_WIDTH}-]*`;

/** One way of writing a word. What may stand around it is apart: looking there is slow in a database (`loosely`). */
export interface Form {
  /** A lookbehind, and what may stand in front. */
  before?: string;
  core: string;
  /** A lookahead. */
  after?: string;
}

/** What is looked at around words stands once for all of them. */
export function exactly(forms: readonly Form[]): string {
  const around = new Map<string, { before: string; after: string; cores: string[] }>();
  for (const { before = '', core, after = '' } of forms) {
    const key = `${before} ${after}`;
    const those = around.get(key) ?? { before, after, cores: [] };
    around.set(key, those);
    those.cores.push(core);
  }
  return [...around.values()].map(({ before, after, cores }) => `${before}(?:${cores.join('|')})${after}`).join('|');
}

/** Finds at least as much, and looks at nothing around it. */
export function loosely(forms: readonly Form[]): string {
  return [...new Set(forms.map(({ core }) => core))].join('|');
}

/** A name, an address or a number. */
export function written(word: string): Form[] {
  if (isNumber(word)) return [number(word)];
  if (/^[^\s@]+@[^\s@]+$/.test(word)) return [address(word)];
  if (CJK.test(word)) return [{ core: inCjk(word) }];
  return /\s/.test(word) ? name(word) : id(word);
}

export function isNumber(word: string): boolean {
  return /^[+\d\s().-]+$/.test(word) && word.replace(/\D/g, '').length >= FEWEST_DIGITS;
}

/** With and without the country, and the zero that takes its place. */
function number(word: string): Form {
  const digits = word
    .replace(/^(\+|00)86/, '')
    .replace(/\D/g, '')
    .replace(/^0/, '');
  const before = `(?<![0-9])(?:(?:00)?86${BETWEEN_DIGITS})?(?:0${BETWEEN_DIGITS})?`;
  return { before, core: [...digits].join(BETWEEN_DIGITS), after: '(?![0-9])' };
}

/** Not the end of a longer address, nor the beginning of a longer domain. */
function address(word: string): Form {
  const [local = '', domain = ''] = word.split('@');
  const core = `${literal(local)}(?:@|%40)${literal(domain)}`;
  return { before: `(?<![${LETTER}][._+%-]?)`, core, after: `(?![.-]?[${LETTER}])` };
}

function inCjk(word: string): string {
  const letters = [...word.replace(/\s+/g, '')].map((one) => (one === '·' ? '[·.]?' : literal(one)));
  return letters.join(`[\\s${NO_WIDTH}]*`);
}

/**
 * In both orders, where it has two words. Ids that stand side by side, `an-bo an-bo`, are no name: on one side at least no word
 * goes on behind a hyphen, and on neither where the order is the other one.
 */
function name(word: string): Form[] {
  const tokens = word.split(/\s+/).map(literal);
  const joined = (order: string[]) => order.join(`,?[\\s${NO_WIDTH}]+`);
  const [before, after] = [`(?<![${LETTER}])`, `(?![${LETTER}])`];
  const [wordBefore, wordAfter] = [`(?<![${LETTER}]-?)`, `(?!-?[${LETTER}])`];
  const forward = joined(tokens);
  const forms = [
    { before: wordBefore, core: forward, after },
    { before, core: forward, after: wordAfter },
  ];
  if (tokens.length === 2) forms.push({ before: wordBefore, core: joined([...tokens].reverse()), after: wordAfter });
  return forms;
}

/** One word: also part of a file name or an address it is another. After `@` somebody is spoken to. */
function id(word: string): Form[] {
  return [{ before: `(?<![${LETTER}_@.-])`, core: literal(word), after: `(?![${LETTER}_@-])` }, spokenTo(word)];
}

function spokenTo(word: string): Form {
  return { before: `(?<![${LETTER}._%+-])`, core: `@${literal(word)}`, after: `(?![${LETTER}])` };
}

const CHANNELS = {
  wecom: 'wecom|wechat work|wechat|企业微信|企微|微信',
  dingtalk: 'dingtalk|钉钉',
  feishu: 'feishu|lark|飞书',
} as const;
export type ChatChannel = keyof typeof CHANNELS;

/** What may be a word or a count is an id only where it is spoken to, or told as one of its channel. */
export function asId(word: string, channel: ChatChannel): Form[] {
  const told = `(?:${CHANNELS[channel]})["']?(?:\\s*(?:id|账号|帐号|号)\\s*[:=]?|\\s*[:=(])\\s*["'“(]?`;
  return [spokenTo(word), { core: told + literal(word), after: `(?![${LETTER}])` }];
}

/** As few people have it by chance: digits as many as a number has, letters and digits, or a name of theirs in one word. */
export function tellsOfOne(word: string, names: readonly string[]): boolean {
  if (/^\d+$/.test(word)) return word.length >= FEWEST_DIGITS;
  const FEWEST_CHARACTERS = 6;
  if (/\d/.test(word)) return word.length >= FEWEST_CHARACTERS;
  const joined = joinedUp(word);
  return names
    .map((one) => one.split(/\s+/))
    .filter((tokens) => tokens.length > 1)
    .some((tokens) => [tokens, [...tokens].reverse()].some((order) => joined.includes(joinedUp(order.join('')))));
}

function joinedUp(word: string): string {
  return word.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** A name that was written in two scripts at once stands alone in each. */
export function inEachScript(word: string): string[] {
  if (CJK.test(word)) return [word];
  const cjk = CJK_RUN.exec(word)?.[0] ?? '';
  if (cjk === '') return [word];
  return [word, cjk, OTHER_RUN.exec(word)?.[0] ?? ''];
}

/** Letters beyond ASCII in both cases: whether a database knows them depends on its locale. */
function literal(text: string): string {
  return [...text]
    .map((one) => {
      const [lower, upper] = [one.toLowerCase(), one.toUpperCase()];
      const isPair = one > '\u007f' && lower !== upper && [...lower].length === 1 && [...upper].length === 1;
      return isPair ? `[${lower}${upper}]` : one.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
    })
    .join(`${NO_WIDTH}?`);
}
