const largestFile = 25 * 1024 * 1024;
const fetchTimeout = 20_000;

/** An uploaded file that cannot be had; the message names the reason. */
class UploadError extends Error {
  override name = 'UploadError';
}

/** Only from the CMS itself: an address elsewhere would make the build ask strangers. */
export async function downloadUpload(url: string, cmsUrl: string): Promise<Buffer> {
  const address = new URL(url, cmsUrl);
  if (address.origin !== new URL(cmsUrl).origin) {
    throw new UploadError('its address is not on the CMS.');
  }
  const response = await fetch(address, {
    signal: AbortSignal.timeout(fetchTimeout),
    redirect: 'error',
  });
  if (!response.ok) throw new UploadError(`the CMS answered ${response.status}.`);
  if (Number(response.headers.get('content-length') ?? 0) > largestFile) {
    throw new UploadError('it is larger than 25 MB.');
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length > largestFile) throw new UploadError('it is larger than 25 MB.');
  return bytes;
}
