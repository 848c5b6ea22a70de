import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface ScriptedImap {
  readonly url: string;
  close(): Promise<void>;
}

export interface ImapScript {
  /** The one mail of the inbox, whose UID is 7; CRLF at its line ends. */
  readonly mail?: string;
  /** Names of special uses to folders beside the inbox: `{ Sent: '\\Sent' }`. */
  readonly folders?: Readonly<Record<string, string>>;
  /** Called before a command is answered, as `UID SEARCH …`. True: `answer` has done what was to be done with it. */
  answer?(command: string, tag: string, socket: Socket): boolean;
}

/** A real IMAP server, as far as one look needs it, that misbehaves where its script says so. */
export async function startScriptedImap(script: ImapScript): Promise<ScriptedImap> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.write('* OK [CAPABILITY IMAP4rev1] hello\r\n');
    let buffered = '';
    socket.on('data', (data) => {
      const lines = (buffered + data.toString('latin1')).split('\r\n');
      buffered = lines.pop() ?? '';
      for (const line of lines) answerTo(script, line, socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `imap://user:secret@127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answerTo(script: ImapScript, line: string, socket: Socket): void {
  const space = line.indexOf(' ');
  const [tag, command] = [line.slice(0, space), line.slice(space + 1)];
  if (script.answer?.(command, tag, socket) === true) return;
  socket.write(`${untagged(script, command)}${tag} OK done\r\n`);
}

function untagged({ mail = '', folders = {} }: ImapScript, command: string): string {
  if (command.startsWith('CAPABILITY')) return '* CAPABILITY IMAP4rev1 SPECIAL-USE\r\n';
  if (command.startsWith('LIST')) {
    const others = Object.entries(folders).map(([name, use]) => `* LIST (\\HasNoChildren ${use}) "/" ${name}\r\n`);
    return ['* LIST (\\HasNoChildren) "/" INBOX\r\n', ...others].join('');
  }
  if (/^(?:EXAMINE|SELECT)/.test(command)) return '* 1 EXISTS\r\n* OK [UIDVALIDITY 5] \r\n* OK [UIDNEXT 8] \r\n';
  if (command.startsWith('UID SEARCH')) return '* SEARCH 7\r\n';
  if (!command.startsWith('UID FETCH')) return '';
  return `* 1 FETCH (UID 7 RFC822.SIZE ${mail.length} BODY[]<0> {${mail.length}}\r\n${mail})\r\n`;
}
