import { InvalidArgumentError } from 'commander';
import { Time } from '../api/contract.js';
import { DAY, HOUR, MINUTE } from '../domain/time.js';
import type { KnownHead } from '../domain/record.js';
import type { Facts } from '../domain/plan/condition.js';
import type { Duration, Instant } from '../domain/time.js';
import type { Say } from './say.js';

/** A hash that was kept elsewhere; `improvement`: of the chain of that one. */
export interface HeadInput extends KnownHead {
  improvement?: string;
}

/** Parsers of arguments; what they throw becomes a usage error that names the option. */
export interface Inputs {
  wholeNumber: (text: string) => number;
  /** How many times as fast as the clock; 0: it stands still. */
  pace: (text: string) => number;
  /** More than nothing, with at most three decimals. */
  quantity: (text: string) => number;
  /** `gen-1=1`; may come several times. */
  lot: (text: string, before?: { item: string; quantity: number }[]) => { item: string; quantity: number }[];
  /** -2 to 2. */
  sentiment: (text: string) => number;
  /** `2026-11-22`. */
  day: (text: string) => string;
  key: (text: string) => string;
  /** 64 hexadecimal digits. */
  sha256: (text: string) => string;
  /** Of an incident or a drill, or of an improvement that is named. */
  heads: (text: string, before?: HeadInput[]) => HeadInput[];
  /** ISO 8601 with offset. */
  time: (text: string) => string;
  /** The same, or `20m`, `2h` or `14d` from now, at the next full minute. */
  timeAhead: (text: string) => string;
  /** The same, for `timeThere`: from now by the clock of an incident. */
  timeThere: (text: string) => string;
  /** `usersAffected=12000`, `dataLost=false`, `dataClass=core`; may come several times. */
  fact: (text: string, before?: Facts) => Facts;
  /** Comma-separated; may come several times. */
  ids: (text: string, before?: string[]) => string[];
  /** `3=text`; may come several times. */
  numbered: (text: string, before?: Record<string, string>) => Record<string, string>;
  /** `E-13=text`; may come several times. */
  noted: (text: string, before?: Record<string, string>) => Record<string, string>;
  /** `E-13=S,E-21=P`; may come several times. */
  ratings: (text: string, before?: Record<string, string>) => Record<string, string>;
}

const UNITS = { m: MINUTE, h: HOUR, d: DAY };

/** Of `20m`, `2h` or `14d`. */
export function aheadOf(text: string): Duration | undefined {
  const [, amount, unit] = /^(\d{1,4})(m|h|d)$/.exec(text) ?? [];
  return amount === undefined ? undefined : Number(amount) * UNITS[unit as keyof typeof UNITS];
}

/** Nobody plans to the second. */
function nextMinute(at: Instant): Instant {
  return Math.ceil(at / MINUTE) * MINUTE;
}

export function inputsIn(say: Say, now: () => Instant): Inputs {
  const wrong = (en: string, zh: string) => new InvalidArgumentError(say(`Needed: ${en}.`, `应为：${zh}。`));
  const inputs: Inputs = {
    wholeNumber(text) {
      if (/^\d{1,15}$/.test(text)) return Number(text);
      throw wrong('a whole number', '整数');
    },
    pace(text) {
      if (/^\d{1,4}(\.\d{1,3})?$/.test(text) && Number(text) <= 3_600) return Number(text);
      throw wrong('a number from 0 to 3600, such as 60 or 0.5', '0 至 3600 的数，如 60 或 0.5');
    },
    quantity(text) {
      if (/^\d{1,12}(\.\d{1,3})?$/.test(text) && Number(text) > 0) return Number(text);
      throw wrong('a quantity such as 3 or 0.5', '数量，如 3 或 0.5');
    },
    lot(text, before = []) {
      const [, item, quantity] = /^([^=]+)=([^=]+)$/.exec(text) ?? [];
      if (item === undefined || quantity === undefined)
        throw wrong('item=quantity, such as gen-1=1', '物品=数量，如 gen-1=1');
      return [...before, { item, quantity: inputs.quantity(quantity) }];
    },
    sentiment(text) {
      if (/^(-?[12]|0)$/.test(text)) return Number(text);
      throw wrong('a whole number from -2 to 2', '-2 至 2 的整数');
    },
    day(text) {
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
      throw wrong('a day such as 2026-11-22', '日期，如 2026-11-22');
    },
    key(text) {
      if (/^[A-Za-z0-9._:~+=-]{1,200}$/.test(text)) return text;
      throw wrong('1 to 200 letters, digits or any of . _ : ~ + = -', '1 至 200 个字母、数字或 . _ : ~ + = -');
    },
    sha256(text) {
      if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
      throw wrong('64 hexadecimal digits', '64 位十六进制数');
    },
    heads(text, before = []) {
      const [, improvement, seq, hash] =
        /^(?:improvement\/([^@]+)@)?([1-9]\d{0,14}):([0-9a-f]{16,64})$/i.exec(text) ?? [];
      if (seq === undefined || hash === undefined)
        throw wrong(
          'event:hash, or improvement/id@event:hash, with 16 to 64 digits of the hash',
          '事件号:哈希值，或 improvement/编号@事件号:哈希值，哈希值取 16 至 64 位',
        );
      const head = { seq: Number(seq), hash: hash.toLowerCase() };
      return [...before, improvement === undefined ? head : { ...head, improvement }];
    },
    time(text) {
      if (Time.safeParse(text).success) return text;
      throw wrong('a time with offset such as 2026-11-22T03:14:00+08:00', '带时区的时间，如 2026-11-22T03:14:00+08:00');
    },
    timeAhead(text) {
      const ahead = aheadOf(text);
      return ahead === undefined ? inputs.time(text) : new Date(nextMinute(now() + ahead)).toISOString();
    },
    timeThere: (text) => (aheadOf(text) === undefined ? inputs.time(text) : text),
    fact(text, before = {}) {
      const [, name, value] = /^([^=]+)=(-?\d+(?:\.\d+)?|[A-Za-z][A-Za-z0-9-]*)$/.exec(text) ?? [];
      if (name === undefined || value === undefined)
        throw wrong('fact=number, fact=true|false or fact=option', '事实=数字、事实=true|false 或 事实=选项');
      const answer = value === 'true' || value === 'false' ? value === 'true' : value;
      return { ...before, [name]: /^[-\d]/.test(value) ? Number(value) : answer };
    },
    ids: (text, before = []) => [
      ...before,
      ...text
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    ],
    numbered(text, before = {}) {
      const [, number, words] = /^([1-9]\d{0,2})=([^]*)$/.exec(text) ?? [];
      if (number === undefined)
        throw wrong('the number of a question and text, such as 3="We had none"', '问题编号=答复，如 3="没有"');
      return { ...before, [number]: words! };
    },
    noted(text, before = {}) {
      const [, id, words] = /^([^=]+)=([^]*)$/.exec(text) ?? [];
      if (id === undefined) throw wrong('criterion=text', '评估标准编号=说明');
      return { ...before, [id.trim()]: words! };
    },
    ratings(text, before = {}) {
      const rated = inputs.ids(text).map((one) => /^([^=]+)=([PSMU])$/.exec(one) ?? []);
      if (rated.length === 0 || rated.some(([, id]) => id === undefined)) {
        throw wrong('criterion=P, S, M or U', '评估标准编号=P、S、M 或 U');
      }
      return { ...before, ...Object.fromEntries(rated.map(([, id, rating]) => [id!.trim(), rating!])) };
    },
  };
  return inputs;
}
