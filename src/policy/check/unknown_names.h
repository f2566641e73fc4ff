// policy/check/unknown_names.h: what to say of a name in a condition that has no value there.
// Not here: finding what names mean (binder.cc). Inside this room; pure.
#pragma once

#include "policy/check/binder.h"
#include "policy/parse/syntax.h"
#include "redress/error.h"

namespace redress::policy {

// Of a name that there is but that is no value by itself (a charge, a list, a set), how it is asked for; of any other
// the near match. Error: policy.name.
Error unknown_name(const Scope& scope, const Syntax& name);

}  // namespace redress::policy
