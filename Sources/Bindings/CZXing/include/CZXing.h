// SPDX-License-Identifier: Apache-2.0
#ifndef CZXING_H
#define CZXING_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How reading a picture ended; negative where nothing could be looked for.
enum {
    /// What was asked for makes no sense: no picture, no room, or a stride that is too small.
    CZXING_MISUSED = -1,
    /// The reader failed for a reason of its own, such as memory.
    CZXING_FAILED = -2
};

/// The most codes that one call tells of.
#define CZXING_CODES_MAX 8
/// The most bytes that one code has: 7089 digits.
///
/// Source: ISO/IEC 18004, table 7.
#define CZXING_PAYLOAD_MAX 7089

/// How black is told from white.
typedef enum {
    /// By the neighbourhood, for pictures of cameras and of pale panels.
    CZXING_BY_NEIGHBOURHOOD = 0,
    /// In the middle, for pictures that were drawn.
    CZXING_IN_THE_MIDDLE = 1
} czxing_threshold;

/// A code that was found. Its bytes are `payload[offset]` to `payload[offset + length - 1]`.
typedef struct {
    size_t offset;
    size_t length;
    /// The corners of its modules in pixels: top left, top right, bottom right and bottom left of the code, which
    /// are those of the picture if it stands upright.
    int32_t x[4];
    int32_t y[4];
    /// Whether it is seen as in a mirror, which many phones do not read.
    int32_t is_mirrored;
} czxing_code;

/// Looks for QR codes in a picture of one byte a pixel, 0 for black and 255 for white.
///
/// Everything belongs to the caller: nothing is kept when the call is over, and nothing has to be given back. Codes
/// that do not fit the room are left out. No exception leaves the call, and several threads may be in it at once.
///
/// levels: `height` rows, each `stride` bytes after the one before.
/// codes: room for `codes_max` of them.
/// payload: room for `payload_max` bytes, which all codes share.
/// Answers how many codes were written, or a negative number.
int32_t czxing_read(const uint8_t *levels, int32_t width, int32_t height, int32_t stride, czxing_threshold threshold,
                    czxing_code *codes, size_t codes_max, uint8_t *payload, size_t payload_max);

/// The version of the library's headers, such as 10400 for 1.4.0.
int32_t czxing_version(void);

#ifdef __cplusplus
}
#endif

#endif
