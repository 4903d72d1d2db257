/** Strapi's banner about its media library has no switch; it stays away once it was dismissed. */
const DISMISSED = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false';

export function hideAnnouncements(): void {
  window.localStorage.setItem(DISMISSED, 'true');
}
