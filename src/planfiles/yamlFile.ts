import { isMap, LineCounter, parseDocument, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { wholeFile } from './problem.js';
import type { Problem } from './problem.js';

/** A YAML text and what it says; `content` is undefined when it says nothing that can be relied on. */
export interface YamlFile {
  file: string;
  document: Document;
  lines: LineCounter;
  content: Record<string, unknown> | undefined;
  problems: Problem[];
}

/** YAML 1.2: `yes` and `no` are words, dates are text, a key twice in one place is an error. */
export function readYaml(file: string, source: string): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  // A warning (an unknown tag) means that the value is not what the writer meant.
  const faults = [...document.errors, ...document.warnings].map((fault) => syntaxProblem(file, lines, fault));
  if (faults.length > 0) return { file, document, lines, content: undefined, problems: firstOfEachLine(faults) };
  const unusable = (code: string, message: string, hint: string): YamlFile => {
    return { file, document, lines, content: undefined, problems: [wholeFile(file, code, message, hint)] };
  };
  if (!isMap(document.contents)) {
    const found = document.contents === null ? 'the file is empty' : 'the file does not consist of keys with values';
    return unusable('wrong_type', found, 'start with "key: value"');
  }
  try {
    return { file, document, lines, content: document.toJS() as Record<string, unknown>, problems: [] };
  } catch (error) {
    // Aliases: one that leads nowhere, or so many that the text would unfold without end.
    const message = error instanceof Error ? error.message : String(error);
    const problem = wholeFile(file, 'yaml_alias', message, 'write the value out instead of the alias');
    return {
      file,
      document,
      lines,
      content: undefined,
      problems: [{ ...problem, ...firstLostAlias(document, lines) }],
    };
  }
}

function firstLostAlias(document: Document, lines: LineCounter): { line: number; column: number } | undefined {
  let place: { line: number; column: number } | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      const { line, col } = lines.linePos(alias.range?.[0] ?? 0);
      place = { line, column: col };
      return visit.BREAK;
    },
  });
  return place;
}

function syntaxProblem(file: string, lines: LineCounter, fault: YAMLError): Problem {
  const { line, col } = lines.linePos(fault.pos[0]);
  const duplicate = fault.code === 'DUPLICATE_KEY';
  const code = duplicate ? 'duplicate_key' : 'yaml_syntax';
  const message = duplicate ? 'this key already stands above, in the same group' : fault.message;
  const hint = HINTS[fault.code] ?? 'look at indentation, colons and quotes here and in the line above';
  return { file, line: Math.max(line, 1), column: Math.max(col, 1), path: '', code, message, hint };
}

/** One slip makes the parser complain several times about the same line. */
function firstOfEachLine(problems: Problem[]): Problem[] {
  return problems.filter((problem, i) => problems.findIndex((other) => other.line === problem.line) === i);
}

const HINTS: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'remove one of the two, or merge them',
  TAB_AS_INDENT: 'indent with spaces',
  MULTIPLE_DOCS: 'remove the line "---": a file holds one document',
  TAG_RESOLVE_FAILED: 'remove the tag (the word after "!")',
};
