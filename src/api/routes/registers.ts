import { countWords } from '../../domain/words/index.js';
import { writeYaml } from '../../planfiles/index.js';
import { operatorOnly, tokenOf } from '../auth.js';
import { RegisterFileParams, RegisterImport, RegisterParams, RegisterVersionQuery } from '../contract.js';
import type { RegisterDocument, RegisterVersion, RegisterVersionList } from '../contract.js';
import { languageOf } from '../language.js';
import { parse, parseBody, parseQuery } from '../parse.js';
import { ProblemError } from '../problemError.js';
import { readRegisterJson } from '../readBody.js';
import { checkRegister } from '../registers/checkRegister.js';
import { importRegister } from '../registers/importRegister.js';
import type { RegisterKind } from '../registers/kind.js';
import { iso } from '../views/named.js';
import type { Routes } from './router.js';

/**
 * Import, check and history of roster or ledger, below `address`. Only the operator imports, and sees whole versions:
 * whoever could change the roster could make himself commander, and no post of the plan gives that right.
 */
export function registerRoutes<Document extends object>(address: string, kind: RegisterKind<Document>): Routes {
  return (router, deps) => {
    const { store, log } = deps;
    const versions = kind.versions(store);

    router.post(address, operatorOnly, ...readRegisterJson, async (req, res) => {
      const importedBy = { kind: 'operator' as const, tokenId: tokenOf(req) };
      const answer = await importRegister(deps, kind, parseBody(RegisterImport, req), importedBy, languageOf(req));
      if (answer.saved)
        log.info({ version: answer.version, importedBy, counts: answer.counts }, `${kind.name} imported`);
      res.json(answer);
    });

    router.get(`${address}/check`, async (req, res) => {
      const newest = await versions.newest();
      if (!newest) throw notFound('current');
      res.json(await checkRegister(deps, kind, newest, parseQuery(kind.checkQuery, req), languageOf(req)));
    });

    router.get(`${address}/versions`, async (req, res) => {
      const { limit, cursor } = parseQuery(RegisterVersionQuery, req);
      const [rows, tokens] = await Promise.all([versions.list(limit + 1, cursor), store.listTokens()]);
      const page = rows.slice(0, limit);
      const label = (tokenId: string) => tokens.find(({ id }) => id === tokenId)?.label || undefined;
      const items = page.map(({ version, savedAt, importedBy, summary }): RegisterVersion => {
        const by = importedBy && { tokenId: importedBy.tokenId, label: label(importedBy.tokenId) };
        const counted = summary && { counts: summary, words: countWords(summary, languageOf(req)) };
        return { version, savedAt: iso(savedAt), importedBy: by ?? undefined, ...counted };
      });
      const next = rows.length > limit ? String(page.at(-1)?.version) : undefined;
      res.json({ items, next } satisfies RegisterVersionList);
    });

    router.get(`${address}/versions/:version`, operatorOnly, async (req, res) => {
      const { version, document } = await load(parse(RegisterParams, req.params, languageOf(req)).version);
      res.json({ version, document } satisfies RegisterDocument);
    });

    router.get(`${address}/versions/:version/:format`, operatorOnly, async (req, res) => {
      const lang = languageOf(req);
      const { version: wanted, format } = parse(RegisterFileParams, req.params, lang);
      const { version, document } = await load(wanted);
      res.attachment(`${kind.name}-${version}.${format}`).vary('Accept-Language');
      if (format === 'csv') res.type('text/csv').send(kind.toCsv(document, lang));
      else res.type('application/yaml').send(writeYaml(document));
    });

    async function load(wanted: number | 'current') {
      const stored = await (wanted === 'current' ? versions.newest() : versions.numbered(wanted));
      if (!stored) throw notFound(wanted);
      return stored as typeof stored & { document: Document & Record<string, unknown> };
    }
  };
}

function notFound(version: number | 'current'): ProblemError {
  return new ProblemError('register_version_not_found', { version });
}
