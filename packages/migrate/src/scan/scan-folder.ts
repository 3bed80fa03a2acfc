import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { allMethods, EgoiConfigError } from '@egoi-client/core';
import type { SourceModel } from '../source/expression.ts';
import { languageOf, languageOfFirstLine, readerOf } from '../source/languages.ts';
import { leastConfidence } from './evidence.ts';
import { type Finding, findCalls } from './scan-sources.ts';

/** How a folder is looked through. */
export interface ScanOptions {
  /** From which confidence on a call is given, between 0 and 1. @default 0.5 */
  readonly minConfidence?: number;
  /** Whether folders of others' code (`vendor`) are looked through too. @default false */
  readonly includeVendor?: boolean;
  /** Files larger than this are passed over, in bytes. @default 2000000 */
  readonly maxFileBytes?: number;
  /** How many files are looked at, at most. @default 200000 */
  readonly maxFiles?: number;
  /** How deep folders are followed. @default 40 */
  readonly maxDepth?: number;
  /** Time after which it ends with what it has found, in milliseconds. @default 300000 */
  readonly timeLimitMs?: number;
  /** Ends it early, with what it has found. */
  readonly signal?: AbortSignal;
  /** Told now and then how many files were looked at. @default nobody */
  readonly onProgress?: (files: number) => void;
}

/** What a folder was found to call. */
export interface ScanResult {
  readonly findings: readonly Finding[];
  /** Sources that were looked at. */
  readonly files: number;
  /** What was passed over, and why. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Whether all was looked at within the limits. */
  readonly isComplete: boolean;
}

const passedOver = new Set([
  'node_modules',
  '.git',
  '.svn',
  '.hg',
  'bower_components',
  '__pycache__',
]);

/** A source in which none of this stands makes no call, and passes none on. */
const telling = new RegExp(
  `e-?_?goi|soap|xml_?-?:*rpc|functionOptions|${allMethods()
    .map(({ name }) => name)
    .join('|')}`,
  'i',
);

/**
 * Finds the calls of API v2 in the sources below a folder, or in one source. Links are not followed.
 *
 * @throws EgoiConfigError for options out of range, and where there is no such folder
 */
export async function scanFolder(path: string, options: ScanOptions = {}): Promise<ScanResult> {
  const limits = resolve(options);
  const begunMs = performance.now();
  const hasTime = (share = 1) =>
    options.signal?.aborted !== true && performance.now() - begunMs < limits.timeLimitMs * share;
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new EgoiConfigError(`there is no folder ${path}`);
  const walk: Walk = {
    root: path,
    limits,
    hasTime,
    skipped: [],
    sources: [],
    files: 0,
    isCut: false,
  };
  if (found.isDirectory()) await readFolder(path, 0, walk);
  else await readSource(path, walk, sep);
  const findings = findCalls(walk.sources, limits.minConfidence, hasTime);
  const isComplete = !walk.isCut && hasTime(0.7);
  return { findings, files: walk.files, skipped: walk.skipped, isComplete };
}

type Limits = Required<Omit<ScanOptions, 'signal'>>;

function resolve(options: ScanOptions): Limits {
  const limits = {
    minConfidence: leastConfidence,
    includeVendor: false,
    maxFileBytes: 2_000_000,
    maxFiles: 200_000,
    maxDepth: 40,
    timeLimitMs: 300_000,
    onProgress: () => undefined,
    ...options,
  };
  const { minConfidence } = limits;
  if (!(minConfidence >= 0 && minConfidence <= 1)) {
    throw new EgoiConfigError('scanFolder: minConfidence must be between 0 and 1');
  }
  for (const name of ['maxFileBytes', 'maxFiles', 'maxDepth', 'timeLimitMs'] as const) {
    if (!(limits[name] > 0)) throw new EgoiConfigError(`scanFolder: ${name} must be above 0`);
  }
  return limits;
}

interface Walk {
  readonly root: string;
  readonly limits: Limits;
  readonly hasTime: (share: number) => boolean;
  readonly skipped: { readonly path: string; readonly reason: string }[];
  readonly sources: SourceModel[];
  files: number;
  /** Whether a limit ended it. */
  isCut: boolean;
}

async function readFolder(folder: string, depth: number, walk: Walk): Promise<void> {
  const { limits, skipped, root } = walk;
  if (depth > limits.maxDepth) {
    skipped.push({ path: relative(root, folder), reason: 'folders within folders too deep' });
    return;
  }
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    skipped.push({ path: relative(root, folder), reason: 'cannot be read' });
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!walk.hasTime(0.4) || walk.files >= limits.maxFiles) {
      walk.isCut = true;
      return;
    }
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isOthers = entry.name === 'vendor' && !limits.includeVendor;
      if (passedOver.has(entry.name)) continue;
      if (isOthers) skipped.push({ path: relative(root, path), reason: "others' code" });
      else await readFolder(path, depth + 1, walk);
    } else if (entry.isFile()) {
      await readSource(path, walk, root);
    } else if (entry.isSymbolicLink() && languageOf(entry.name) !== undefined) {
      skipped.push({ path: relative(root, path), reason: 'a link' });
    }
  }
}

async function readSource(path: string, walk: Walk, root: string): Promise<void> {
  const { limits, skipped } = walk;
  const mayBeScript = !/\.[^\\/]*$/.test(path);
  if (languageOf(path) === undefined && !mayBeScript) return;
  const shown = root === sep ? path : relative(root, path);
  const text = await readText(path, limits.maxFileBytes).catch(() => 'cannot be read' as const);
  if (typeof text === 'string') {
    if (!mayBeScript) skipped.push({ path: shown, reason: text });
    return;
  }
  const language = languageOf(path) ?? languageOfFirstLine(text.text);
  if (language === undefined) return;
  walk.files += 1;
  if (walk.files % 50 === 0) limits.onProgress(walk.files);
  if (!telling.test(text.text)) return;
  try {
    walk.sources.push((await readerOf(language))(shown, text.text));
  } catch {
    skipped.push({ path: shown, reason: `cannot be read as ${language}` });
  }
}

/** @returns the text, or why there is none */
async function readText(
  path: string,
  maxBytes: number,
): Promise<{ readonly text: string } | string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > maxBytes) return `larger than ${maxBytes} bytes`;
    const bytes = await file.readFile();
    if (bytes.subarray(0, 8192).includes(0)) return 'binary';
    return { text: decoded(bytes) };
  } finally {
    await file.close();
  }
}

/** UTF-8 where it is, else the older encoding of Western Europe, which has a sign for each byte. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}
