/** `node verify-program.ts <url>`: verification in a process whose memory the test limits. */
import { verifyAudit } from '../../src/audit/index.ts';
import { openDatabase } from '../../src/database/index.ts';

const database = await openDatabase(process.argv[2] ?? '');
console.log(JSON.stringify(await verifyAudit(database)));
await database.close();
