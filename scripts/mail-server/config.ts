/**
 * The smallest real mail system on loopback: Postfix takes mail by SMTP and hands it by LMTP to Dovecot, which keeps it in
 * Maildirs and gives it out by IMAP. All files of both lie in one folder; nothing of the system's own mail is touched.
 */
import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdir, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

export interface MailSystem {
  readonly dir: string;
  readonly smtpPort: number;
  readonly imapPort: number;
  readonly password: string;
}

/** Every name that begins with a letter has a mailbox at these, but for `missing…`. */
export const MAIL_DOMAINS = ['hub.test', 'people.test'];

/** Mail to this one is taken and then bounced: its own server knows nobody. */
export const BOUNCING_DOMAIN = 'gone.test';

/** Where Debian has Postfix's own programs. */
export const POSTFIX_PROGRAMS = '/usr/lib/postfix/sbin';

const PASSWORD = 'secret';

export async function writeMailSystem(dir: string): Promise<MailSystem> {
  // The daemons run as users of their own and must be able to pass.
  await chmod(dir, 0o755);
  const [smtpPort, imapPort, lmtpPort] = await freePorts(3);
  if (smtpPort === undefined || imapPort === undefined || lmtpPort === undefined) throw new Error('three free ports');
  await writeDovecot(dir, imapPort, lmtpPort);
  await writePostfix(dir, smtpPort, lmtpPort);
  return { dir, smtpPort, imapPort, password: PASSWORD };
}

async function writeDovecot(dir: string, imapPort: number, lmtpPort: number): Promise<void> {
  const owner = { uid: idOf('-u', 'nobody'), gid: idOf('-g', 'nobody') };
  for (const folder of ['run', 'mail']) await mkdir(join(dir, folder));
  await chown(join(dir, 'mail'), owner.uid, owner.gid);
  const line = (domain: string) => `${domain}:{PLAIN}${PASSWORD}:${owner.uid}:${owner.gid}::/\n`;
  await writeFile(join(dir, 'domains'), MAIL_DOMAINS.map(line).join(''));
  await writeFile(join(dir, 'dovecot.conf'), dovecotConfig(dir, imapPort, lmtpPort));
}

/** Users are looked up by their domain alone, so that each test may have addresses of its own. */
function dovecotConfig(dir: string, imapPort: number, lmtpPort: number): string {
  return `base_dir = ${dir}/run
state_dir = ${dir}/run
log_path = ${dir}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
first_valid_uid = 1
mail_location = maildir:~/Maildir
mail_max_userip_connections = 100
recipient_delimiter = +
passdb {
  driver = passwd-file
  args = username_format=%d ${dir}/domains
}
userdb {
  driver = passwd-file
  args = username_format=%d ${dir}/domains
  override_fields = home=${dir}/mail/%d/%n
}
service imap-login {
  process_min_avail = 1
  service_count = 0
  inet_listener imap {
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
service auth {
  unix_listener auth {
    mode = 0666
  }
}
namespace inbox {
  inbox = yes
  mailbox Sent {
    special_use = \\Sent
    auto = create
  }
  mailbox Drafts {
    special_use = \\Drafts
    auto = create
  }
  mailbox Archive {
    special_use = \\Archive
    auto = create
  }
}
`;
}

const QUEUES = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming', 'private', 'saved', 'trace']; // prettier-ignore

async function writePostfix(dir: string, smtpPort: number, lmtpPort: number): Promise<void> {
  const uid = idOf('-u', 'postfix');
  const group = execFileSync('getent', ['group', 'postdrop'], { encoding: 'utf8' });
  for (const folder of ['etc', 'data', 'queue', 'queue/pid', ...QUEUES.map((queue) => `queue/${queue}`)]) {
    await mkdir(join(dir, folder), { mode: folder.startsWith('queue/') && folder !== 'queue/pid' ? 0o700 : 0o755 });
  }
  for (const folder of ['data', ...QUEUES.map((queue) => `queue/${queue}`)]) await chown(join(dir, folder), uid, 0);
  for (const [folder, mode] of [
    ['queue/maildrop', 0o730],
    ['queue/public', 0o710],
  ] as const) {
    // prettier-ignore
    await mkdir(join(dir, folder));
    await chown(join(dir, folder), uid, Number(group.split(':')[2]));
    await chmod(join(dir, folder), mode);
  }
  await writeFile(join(dir, 'etc/main.cf'), postfixConfig(dir, lmtpPort));
  await writeFile(join(dir, 'etc/master.cf'), postfixServices(smtpPort));
  await writeFile(join(dir, 'etc/mailboxes'), mailboxes());
  // Postfix waits before it reads a file that was just written, lest somebody be still writing it.
  for (const file of ['main.cf', 'master.cf', 'mailboxes']) await utimes(join(dir, 'etc', file), 0, 0);
}

function postfixConfig(dir: string, lmtpPort: number): string {
  return `compatibility_level = 3.6
config_directory = ${dir}/etc
queue_directory = ${dir}/queue
data_directory = ${dir}/data
daemon_directory = ${POSTFIX_PROGRAMS}
command_directory = /usr/sbin
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${dir}/postfix.log
maillog_file_prefixes = ${dir}
myhostname = mx.hub.test
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
disable_dns_lookups = yes
lmtp_host_lookup = native
alias_maps =
alias_database =
local_recipient_maps =
local_transport = error:there are no local users
notify_classes =
recipient_delimiter = +
virtual_mailbox_domains = ${MAIL_DOMAINS.join(', ')}
virtual_mailbox_maps = regexp:${dir}/etc/mailboxes
virtual_transport = lmtp:inet:127.0.0.1:${lmtpPort}
relay_domains = ${BOUNCING_DOMAIN}
relay_recipient_maps =
relay_transport = lmtp:inet:127.0.0.1:${lmtpPort}
default_transport = error:there is no way out of here
smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${dir}/run/auth
# A test that talks nonsense is answered at once.
smtpd_error_sleep_time = 0
smtpd_client_connection_count_limit = 0
`;
}

function mailboxes(): string {
  const domains = MAIL_DOMAINS.map((domain) => domain.replaceAll('.', '\\.')).join('|');
  return `if !/^missing/\n/^[a-z][a-z0-9.+_-]*@(${domains})$/ ok\nendif\n`;
}

function postfixServices(smtpPort: number): string {
  return `127.0.0.1:${smtpPort} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
}

function idOf(flag: '-u' | '-g', user: string): number {
  return Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
}

/** Held all at once, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listenAnywhere(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
