import dns from 'node:dns';
import net from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { boot, type RunningCms } from '../support/boot.js';

const lookup = vi.spyOn(dns, 'lookup');
const connect = vi.spyOn(net.Socket.prototype, 'connect');

let cms: RunningCms;
beforeAll(async () => {
  cms = await boot({ listen: true, database: 'sqlite' });
});
afterAll(async () => {
  await cms.stop();
});

it('asks nobody outside while it starts', () => {
  const names = lookup.mock.calls.map(([name]) => name);
  expect(names.filter((name) => name !== '127.0.0.1' && name !== 'localhost')).toEqual([]);
  expect(connect).not.toHaveBeenCalled();
});

it('sends no telemetry, looks for no updates and opens no door for transfers', () => {
  expect(cms.strapi.telemetry.isDisabled).toBe(true);
  expect(cms.strapi.config.get('server.logger.updates.enabled')).toBe(false);
  expect(cms.strapi.config.get('server.transfer.remote.enabled')).toBe(false);
  expect(cms.strapi.config.get('server.mcp.enabled')).toBe(false);
  expect(cms.strapi.config.get('admin.flags')).toMatchObject({ nps: false, promoteEE: false });
});

it('names no software in its answers and lets only the site read them', async () => {
  const response = await fetch(`${cms.url}/_health`, {
    headers: { origin: 'https://evil.example' },
  });
  expect(response.headers.get('x-powered-by')).toBeNull();
  expect(response.headers.get('x-frame-options')).toBe('DENY');
  expect(response.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
  expect(response.headers.get('access-control-allow-origin')).not.toBe('*');
});
