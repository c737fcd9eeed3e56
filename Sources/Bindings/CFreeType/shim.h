// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <ft2build.h>
#include FT_FREETYPE_H

// The load targets are function-like macros, which Swift does not import.
static const FT_Int32 tilld_ft_load_smooth = FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT;
static const FT_Int32 tilld_ft_load_crisp = FT_LOAD_RENDER | FT_LOAD_TARGET_MONO;
