import type { APIRoute } from 'astro';
import { encodePng } from '../../share/encode-png.ts';
import { readLightColours } from '../../share/light-colours.ts';
import { writeShareSvg } from '../../share/share-svg.ts';
import { openSnapshot } from '../../snapshot/open.ts';
import tokens from '../../styles/tokens.css?raw';
import { sharedPlaces, viewShareMap } from '../../views/share-image.ts';

export const getStaticPaths = () =>
  sharedPlaces(openSnapshot()).map((place) => ({ params: { place } }));

export const GET: APIRoute = async ({ params }) => {
  const drawn = viewShareMap(openSnapshot(), params.place ?? '');
  const colours = readLightColours(tokens);
  const png = await encodePng(writeShareSvg(drawn, colours), colours);
  return new Response(png, { headers: { 'Content-Type': 'image/png' } });
};
