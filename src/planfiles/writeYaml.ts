import { stringify } from 'yaml';

export function writeYaml(document: object): string {
  return stringify(document, { lineWidth: 120, aliasDuplicateObjects: false });
}
