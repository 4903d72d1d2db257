/** Where the copies of uploaded documents lie; the build copies them to `/files/`. */
export const documentsFolder = (snapshotFile: string): string => `${snapshotFile}.files`;

/** Where the prepared images of a snapshot lie; the build copies them to `/images/`. */
export const imagesFolder = (snapshotFile: string): string => `${snapshotFile}.images`;
