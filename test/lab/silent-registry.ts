import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** Made for this server alone; worth nothing elsewhere. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgKZZSbUsa9tTANsQE
K52G4/hR8rXBPGLwcEgxLHfCN6qhRANCAASav+oVY1EvdjwwDz0WvmQk+iKtStoy
NA6Beu2gCk216TplXuW0/Zznl5YLfSakePUCfGT8QOVqfMfZumrdxper
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIBhjCCASugAwIBAgIUTKHRjC0JkUgGOOgJdctdS92vUqIwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMcmVnaXN0cnkubGFiMCAXDTI2MTEyNTAxMzkzM1oYDzIwNTEx
MTE5MDEzOTMzWjAXMRUwEwYDVQQDDAxyZWdpc3RyeS5sYWIwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAASav+oVY1EvdjwwDz0WvmQk+iKtStoyNA6Beu2gCk216Tpl
XuW0/Zznl5YLfSakePUCfGT8QOVqfMfZumrdxpero1MwUTAdBgNVHQ4EFgQUkjBn
juj5BsNTAoacE6MKES0NKU4wHwYDVR0jBBgwFoAUkjBnjuj5BsNTAoacE6MKES0N
KU4wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEAx2394fR5Ovpd
bqvb2fl6haregzOy6c4VrYy7KZeCqmUCIQCXWojOkrmDUOn7GtO/FHYAgXirg3kC
/xoX3k1Yaf8/ww==
-----END CERTIFICATE-----`;

const fourYears = (4 * 365 + 30) * 86_400_000;

/** A registry whose answers lack `Access-Control-Allow-Origin`, so that a browser hides them from an extension without a grant. */
export interface SilentRegistry {
  readonly port: number;
  /** Paths it was asked for, in the order of arrival. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** Starts it on 127.0.0.1 with https, as every registry in IANA's list that is asked; it knows every name. */
export async function startSilentRegistry(): Promise<SilentRegistry> {
  const asked: string[] = [];
  const server = createServer({ key, cert }, ({ url = '' }, response) => {
    asked.push(url);
    const ldhName = decodeURIComponent(url.split('/').at(-1) ?? '');
    response.writeHead(200, { 'Content-Type': 'application/rdap+json' });
    response.end(
      JSON.stringify({
        objectClassName: 'domain',
        ldhName,
        events: [{ eventAction: 'registration', eventDate: new Date(Date.now() - fourYears).toISOString() }],
      }),
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
