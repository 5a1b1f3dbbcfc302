import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_535 + 22;

/**
 * The files of a zip archive: name → bytes, in the order of its directory. Stored and deflated entries, no Zip64, no passwords.
 * Throws when the bytes are no such archive.
 * @param {Buffer} bytes
 * @returns {Map<string, Buffer>}
 */
export function readZip(bytes) {
  let end = bytes.length - 22;
  const first = Math.max(0, bytes.length - LONGEST_COMMENT);
  while (end >= first && bytes.readUInt32LE(end) !== END) end--;
  if (end < first) throw new Error(`readZip: no end of directory in ${bytes.length} bytes`);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const files = new Map();
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error(`readZip: no directory entry at ${at}`);
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw new Error(`readZip: ${name} is packed by method ${method}`);
    files.set(name, method === 0 ? Buffer.from(body) : inflateRawSync(body));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}
