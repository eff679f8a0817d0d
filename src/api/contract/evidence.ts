import { z } from 'zod';
import { Line } from './common.js';

export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256, 64 hexadecimal digits.');

export const HttpLink = z
  .string()
  .max(2_000)
  .regex(/^https?:\/\/\S+$/)
  .describe('Begins with http:// or https://.');

export const EvidenceFile = z
  .strictObject({ sha256: Sha256, name: Line })
  .describe('Stored before, see the evidence of the incident.');
