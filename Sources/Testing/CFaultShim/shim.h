// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "CFaultBoard.h"

#include <stddef.h>
#include <sys/types.h>

// What is to be done about a call.
enum tilld_fault_verdict {
    tilld_fault_go_on,      // call
    tilld_fault_fail,       // errno is set: answer -1
    tilld_fault_halve,      // write half of it
    tilld_fault_halve_die,  // write half of it and die
    tilld_fault_call_die,   // call and die
};

// Counts a call and says what is to be done; does not return when the process is to die before it.
enum tilld_fault_verdict tilld_fault_judge(uint32_t kind, uint32_t call);

// Dies as from kill -9.
_Noreturn void tilld_fault_die(void);

// What a descriptor is; 0 if it is of no interest.
uint32_t tilld_fault_kind_of(int descriptor);
void tilld_fault_note(int descriptor, uint32_t kind);
uint32_t tilld_fault_kind_of_path(const char *path);

// Remembers what a disk without power would forget; called around writes to the ledger and its log.
void tilld_fault_before_write(int descriptor, uint32_t kind, off_t offset, size_t count);
void tilld_fault_after_sync(uint32_t kind);
void tilld_fault_after_send(uint32_t kind);
void tilld_fault_lock(void);
void tilld_fault_unlock(void);
int tilld_fault_remembers(uint32_t kind);
