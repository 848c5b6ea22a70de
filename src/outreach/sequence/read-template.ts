import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../base/errors.ts';
import { MAX_TEMPLATE_BYTES, parseTemplate, type SequenceTemplate } from './parse-template.ts';

const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** `nurture` is `nurture.yaml` in the folder of templates. Throws `usage`, `not_found` or `refused`. */
export async function readTemplate(folder: string, name: string): Promise<SequenceTemplate> {
  if (!NAME.test(name)) {
    throw new AppError('usage', `use the template ${JSON.stringify(name)}`, {
      hint: 'a template is named by lower-case letters, digits, - and _, without .yaml',
    });
  }
  const path = join(folder, `${name}.yaml`);
  return parseTemplate(await readBounded(path), path, name);
}

/** A file that is too large is not read further than it takes to see that. */
async function readBounded(path: string): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(MAX_TEMPLATE_BYTES + 1);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return bytes.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw new AppError('not_found', `read the template ${path}`, {
      cause,
      hint: 'name the folder of templates as "outreach.templates" in the configuration',
    });
  }
}
