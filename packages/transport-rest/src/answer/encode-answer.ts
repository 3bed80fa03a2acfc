import type { WireAnswer } from '@egoi-client/core/wire';
import type { RestFormat } from '../format.ts';
import { layOutAnswer } from './answer-tree.ts';
import { writeJson } from './write-json.ts';
import { writeXml } from './write-xml.ts';

/**
 * Writes an answer byte by byte as the service does. Every leaf becomes text: `true` is `1`, `false`
 * is `0`, null and empty lists and structs are nothing; JSON also loses the blanks around a text.
 *
 * @param method as the caller spelled it
 * @param answer a value, or a fault; the fault codes of `unknownMethodFault` and `noMethodFault`
 * put it outside `Egoi_Api`, where the service has it, and no other code is written
 * @throws WireFormatError for a value deeper than `maxWireDepth`
 */
export function encodeAnswer(method: string, answer: WireAnswer, format: RestFormat): string {
  const root = layOutAnswer(method, answer);
  return format === 'json' ? writeJson(root) : writeXml(root);
}
