import { parseStrict } from '../json/parse-strict.ts';
import { isContextProse, scanDocument, type ScanReport, type ScanSettings } from './scan.ts';

/** One JSON document as bytes, of any contract or none. Throws `content` where it is no strict JSON. */
export function scanBytes(bytes: Uint8Array, settings: ScanSettings): ScanReport {
  return scanDocument(parseStrict(bytes), { settings, isProse: isContextProse });
}
