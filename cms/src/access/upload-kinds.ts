/** A kind of file that may be stored, and how its bytes begin. */
export interface FileKind {
  mime: string;
  extensions: readonly string[];
  /** Bytes in hexadecimal, with the place where they stand. */
  begins: readonly (readonly [offset: number, bytes: string])[];
  isPicture: boolean;
}

export const KINDS: readonly FileKind[] = [
  {
    mime: 'image/jpeg',
    extensions: ['.jpg', '.jpeg'],
    begins: [[0, 'ffd8ff']],
    isPicture: true,
  },
  {
    mime: 'image/png',
    extensions: ['.png'],
    begins: [[0, '89504e470d0a1a0a']],
    isPicture: true,
  },
  {
    mime: 'image/webp',
    extensions: ['.webp'],
    begins: [
      [0, '52494646'],
      [8, '57454250'],
    ],
    isPicture: true,
  },
  {
    mime: 'application/pdf',
    extensions: ['.pdf'],
    begins: [[0, '255044462d']],
    isPicture: false,
  },
];

/** How many bytes of a file tell its kind. */
export const TELLING_BYTES = 12;

export function kindOfExtension(extension = ''): FileKind | undefined {
  return KINDS.find(({ extensions }) => extensions.includes(extension.toLowerCase()));
}
