// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdint.h>

// What the kernel's mode setting takes and gives: its layout of memory, in names of our own, so that
// nothing but the kernel is needed to show a picture.
// Source: Linux, include/uapi/drm/drm.h and include/uapi/drm/drm_mode.h.

// What a card has: pointers to rooms for numbers, and how many there are.
struct tilld_drm_resources {
    uint64_t buffers, crtcs, connectors, encoders;
    uint32_t buffer_count, crtc_count, connector_count, encoder_count;
    uint32_t least_width, most_width, least_height, most_height;
};

// How a screen is driven.
struct tilld_drm_mode {
    uint32_t clock;
    uint16_t width, hsync_start, hsync_end, htotal, hskew;
    uint16_t height, vsync_start, vsync_end, vtotal, vscan;
    uint32_t refresh, flags, type;
    char name[32];
};

// A socket, and what is plugged into it.
struct tilld_drm_connector {
    uint64_t encoders, modes, properties, property_values;
    uint32_t mode_count, property_count, encoder_count;
    uint32_t encoder, id, type, type_id, connection, width_mm, height_mm, subpixel, padding;
};

// What may feed a socket.
struct tilld_drm_encoder {
    uint32_t id, type, crtc, possible_crtcs, possible_clones;
};

// What scans a buffer out to sockets.
struct tilld_drm_crtc {
    uint64_t connectors;
    uint32_t connector_count, id, buffer, x, y, gamma_size, mode_valid;
    struct tilld_drm_mode mode;
};

// A buffer that programs draw into: asked for by the first four, answered by the others.
struct tilld_drm_dumb {
    uint32_t height, width, bits, flags, handle, pitch;
    uint64_t size;
};

// Where a buffer can be mapped.
struct tilld_drm_map {
    uint32_t handle, padding;
    uint64_t offset;
};

// A buffer that a screen can show.
struct tilld_drm_framebuffer {
    uint32_t id, width, height, format, flags;
    uint32_t handles[4], pitches[4], offsets[4];
    uint64_t modifiers[4];
};

// A part of a picture; the last column and row are not part of it.
struct tilld_drm_clip {
    uint16_t left, top, right, bottom;
};

// What has changed in a buffer.
struct tilld_drm_dirty {
    uint32_t buffer, flags, color, clip_count;
    uint64_t clips;
};

// What a driver can do.
struct tilld_drm_capability {
    uint64_t number, value;
};

_Static_assert(sizeof(struct tilld_drm_resources) == 64, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_mode) == 68, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_connector) == 80, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_encoder) == 20, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_crtc) == 104, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_dumb) == 32, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_map) == 16, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_framebuffer) == 104, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_dirty) == 24, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_clip) == 8, "as in the kernel");
_Static_assert(sizeof(struct tilld_drm_capability) == 16, "as in the kernel");

#define TILLD_DRM_CAN_DUMB 1
#define TILLD_DRM_PREFERRED_DEPTH 3
#define TILLD_DRM_CONNECTED 1
#define TILLD_DRM_CONNECTION_UNKNOWN 3
#define TILLD_DRM_MODE_PREFERRED 8

// Four letters each: XR24 and RG16.
#define TILLD_DRM_XRGB8888 0x34325258
#define TILLD_DRM_RGB565 0x36314752

extern const unsigned long tilld_drm_get_capability;
extern const unsigned long tilld_drm_set_master;
extern const unsigned long tilld_drm_drop_master;
extern const unsigned long tilld_drm_get_resources;
extern const unsigned long tilld_drm_get_connector;
extern const unsigned long tilld_drm_get_encoder;
extern const unsigned long tilld_drm_set_crtc;
extern const unsigned long tilld_drm_remove_framebuffer;
extern const unsigned long tilld_drm_mark_dirty;
extern const unsigned long tilld_drm_create_dumb;
extern const unsigned long tilld_drm_map_dumb;
extern const unsigned long tilld_drm_destroy_dumb;
extern const unsigned long tilld_drm_add_framebuffer;
