import { isMap, LineCounter, parseDocument, visit } from 'yaml';
import type { Alias, Document, ErrorCode, YAMLError } from 'yaml';
import { said } from '../domain/lang.js';
import { wholeFile } from './problem.js';
import type { Problem } from './problem.js';
import { YAML_WORDS } from './yamlWords.js';

/** A YAML text and what it says; `content` is undefined when it says nothing that can be relied on. */
export interface YamlFile {
  file: string;
  document: Document;
  lines: LineCounter;
  content: Record<string, unknown> | undefined;
  problems: Problem[];
}

/**
 * YAML 1.2: `yes` and `no` are words, dates are text, a key twice in one place is an error. A file cannot choose otherwise:
 * `%YAML 1.1` and tags of other types would bring in values that no JSON has.
 */
const DIALECT = { schema: 'core', merge: false, resolveKnownTags: false, stringKeys: true } as const;

export function readYaml(file: string, source: string): YamlFile {
  const lines = linesOf(source);
  const document = parseDocument(source, { ...DIALECT, prettyErrors: false });
  const unusable = (problems: Problem[]): YamlFile => ({ file, document, lines, content: undefined, problems });
  // A warning (an unknown tag) means that the value is not what the writer meant.
  const faults = untilLost([...document.errors, ...document.warnings]);
  if (faults.length > 0) return unusable(faults.map((fault) => syntaxProblem(file, document, lines, fault)));
  if (!isMap(document.contents)) {
    const found =
      document.contents === null
        ? said('the file is empty', '文件是空的')
        : said('the file does not consist of keys with values', '文件内容不是若干“键: 值”');
    return unusable([wholeFile(file, 'wrong_type', found, said('start with "key: value"', '以“键: 值”开头'))]);
  }
  try {
    return { file, document, lines, content: document.toJS() as Record<string, unknown>, problems: [] };
  } catch {
    return unusable([aliasProblem(file, document, lines)]);
  }
}

/** All that can still go wrong with a sound text: an alias leads nowhere, or they are so many that it would unfold without end. */
function aliasProblem(file: string, document: Document, lines: LineCounter): Problem {
  let lost: Alias | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      lost = alias;
      return visit.BREAK;
    },
  });
  const message =
    lost === undefined
      ? said('the aliases ("*" and a word) unfold into too much', '别名（“*”加词）展开后内容过多')
      : said(`"*${lost.source}" is the alias of nothing above it`, `“*${lost.source}”在前面没有对应的内容`);
  const hint = said('write the value out instead of the alias', '不用别名，把值直接写出');
  return { ...wholeFile(file, 'yaml_alias', message, hint), ...place(lines, lost?.range?.[0] ?? 0) };
}

function syntaxProblem(file: string, document: Document, lines: LineCounter, fault: YAMLError): Problem {
  const code = fault.code === 'DUPLICATE_KEY' ? 'duplicate_key' : 'yaml_syntax';
  return { file, ...place(lines, beginning(document, fault)), path: '', code, ...YAML_WORDS[fault.code] };
}

/** A quote that is never closed is noticed at the end of all that it swallowed; the writer looks for where it begins. */
function beginning(document: Document, { code, pos: [at] }: YAMLError): number {
  let begin = at;
  if (code !== 'MISSING_CHAR') return begin;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < at && at === range[1]) begin = range[0];
    },
  });
  return begin;
}

function place(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Errors after which the parser still knows where it is. */
const HARMLESS: ErrorCode[] = ['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_DQ_ESCAPE', 'BAD_SCALAR_START'];

/** Once the parser has lost its way it complains of every line that follows; only the first of these helps. */
function untilLost(faults: YAMLError[]): YAMLError[] {
  const inOrder = faults.toSorted((a, b) => a.pos[0] - b.pos[0]);
  const lost = inOrder.findIndex(({ code }) => !HARMLESS.includes(code));
  return lost < 0 ? inOrder : inOrder.slice(0, lost + 1);
}

/** Counted here, because the parser counts some lines twice after an error. */
function linesOf(source: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (const { index } of source.matchAll(/\n/g)) lines.addNewLine(index + 1);
  return lines;
}
