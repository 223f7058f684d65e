// Numbers in as few bytes as they need: seven bits a byte, the lowest first, the highest bit of a byte
// set where more follow (LEB128). Signed ones are zigzag: 0, -1, 1, -2 … are written as 0, 1, 2, 3 ….

export interface ByteWriter {
  readonly length: number
  /** An integer from 0, below 2^32. */
  varint(value: number): void
  /** An integer from -2^31, below 2^31. */
  signed(value: number): void
  raw(bytes: Uint8Array): void
  /** What was written since the beginning or since the last call. */
  take(): Uint8Array<ArrayBuffer>
}

export function createByteWriter(): ByteWriter {
  let bytes = new Uint8Array(1024)
  let length = 0
  const reserve = (more: number): void => {
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(bytes.length * 2, length + more))
    larger.set(bytes.subarray(0, length))
    bytes = larger
  }
  const varint = (value: number): void => {
    reserve(5)
    let rest = value >>> 0
    while (rest > 0x7f) {
      bytes[length++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    bytes[length++] = rest
  }
  return {
    get length() {
      return length
    },
    varint,
    signed: (value) => varint((value << 1) ^ (value >> 31)),
    raw(added) {
      reserve(added.length)
      bytes.set(added, length)
      length += added.length
    },
    take() {
      const taken = bytes.slice(0, length)
      length = 0
      return taken
    },
  }
}

/** The signed number that was written as this one. */
export const signedOf = (value: number): number => (value >>> 1) ^ -(value & 1)

export interface ByteReader {
  /** The index of the next byte. */
  at: number
  readonly bytes: Uint8Array<ArrayBuffer>
  /** A number that the bytes do not have is 0. */
  varint(): number
  signed(): number
  /** So many varints. Written out, since the calendar has tens of thousands. */
  varints(count: number): Uint32Array
}

export function createByteReader(bytes: Uint8Array<ArrayBuffer>, at = 0): ByteReader {
  const reader: ByteReader = {
    at,
    bytes,
    varint() {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[reader.at++] ?? 0
        value |= (byte & 0x7f) << shift
        if (byte < 0x80) return value >>> 0
      }
    },
    signed: () => signedOf(reader.varint()),
    varints(count) {
      const values = new Uint32Array(count)
      let next = reader.at
      for (let index = 0; index < count; index++) {
        let byte = bytes[next++] ?? 0
        let value = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          byte = bytes[next++] ?? 0
          value |= (byte & 0x7f) << shift
        }
        values[index] = value
      }
      reader.at = next
      return values
    },
  }
  return reader
}
