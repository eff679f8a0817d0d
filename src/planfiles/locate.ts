import { isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Node, Pair } from 'yaml';
import type { Path } from '../domain/plan/issues.js';
import type { YamlFile } from './yamlFile.js';

/** Line and column, both from 1, of what `path` names, or of the innermost thing around it that is there. */
export function locate({ document, lines }: YamlFile, path: Path, atKey = false): { line: number; column: number } {
  let node: unknown = document.contents;
  let offset = isNode(node) ? start(node) : 0;
  for (const [i, step] of path.entries()) {
    const value = isAlias(node) ? node.resolve(document) : node;
    const found = isMap(value) ? pairOf(value.items, step) : isSeq(value) ? value.items[Number(step)] : undefined;
    if (found === undefined) break;
    const last = i === path.length - 1;
    if (isNode(found)) {
      node = found;
    } else {
      const { key, value: inner } = found as Pair;
      node = last && atKey ? key : hasText(inner) ? inner : key;
    }
    if (isNode(node)) offset = start(node);
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function pairOf(pairs: Pair[], key: string | number): Pair | undefined {
  return pairs.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

/** A key without a value has a null node that stands nowhere in particular. */
function hasText(value: unknown): value is Node {
  return isNode(value) && !(isScalar(value) && value.value === null && value.source === '');
}

function start(node: Node): number {
  return node.range?.[0] ?? 0;
}
