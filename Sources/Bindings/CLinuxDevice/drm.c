// SPDX-License-Identifier: Apache-2.0
#include "tilld_drm.h"

#include <sys/ioctl.h>

#define BOTH_WAYS(number, type) _IOWR('d', number, type)

const unsigned long tilld_drm_get_capability = BOTH_WAYS(0x0C, struct tilld_drm_capability);
const unsigned long tilld_drm_set_master = _IO('d', 0x1E);
const unsigned long tilld_drm_drop_master = _IO('d', 0x1F);
const unsigned long tilld_drm_get_resources = BOTH_WAYS(0xA0, struct tilld_drm_resources);
const unsigned long tilld_drm_set_crtc = BOTH_WAYS(0xA2, struct tilld_drm_crtc);
const unsigned long tilld_drm_get_encoder = BOTH_WAYS(0xA6, struct tilld_drm_encoder);
const unsigned long tilld_drm_get_connector = BOTH_WAYS(0xA7, struct tilld_drm_connector);
const unsigned long tilld_drm_remove_framebuffer = BOTH_WAYS(0xAF, uint32_t);
const unsigned long tilld_drm_mark_dirty = BOTH_WAYS(0xB1, struct tilld_drm_dirty);
const unsigned long tilld_drm_create_dumb = BOTH_WAYS(0xB2, struct tilld_drm_dumb);
const unsigned long tilld_drm_map_dumb = BOTH_WAYS(0xB3, struct tilld_drm_map);
const unsigned long tilld_drm_destroy_dumb = BOTH_WAYS(0xB4, uint32_t);
const unsigned long tilld_drm_add_framebuffer = BOTH_WAYS(0xB8, struct tilld_drm_framebuffer);
