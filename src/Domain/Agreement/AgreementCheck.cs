namespace Openbook.Domain;

/// <summary>The rules that an agreement's terms must keep, whatever text they were read from.</summary>
public static class AgreementCheck
{
    /// <summary>Every fault of the terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="placeOf">Where in the text a term stands, by its path, such as <c>services[2].share</c>.</param>
    public static IReadOnlyList<Refusal> Faults(AgreementTerms terms, Func<string, Place?> placeOf)
    {
        var check = new Checker(terms, placeOf);
        check.Heads();
        check.Codes();
        check.Services();
        check.Overheads();
        check.Income();
        return check.Faults;
    }

    private sealed class Checker(AgreementTerms terms, Func<string, Place?> placeOf)
    {
        private readonly string[] everybody = [.. terms.Partners.Select(partner => partner.Code)];
        private readonly HashSet<string> known = [.. terms.Partners.Select(partner => partner.Code)];

        public List<Refusal> Faults { get; } = [];

        private void Add(RefusalCode code, string path, string what) => Faults.Add(code.Because(what, placeOf(path)));

        public void Heads()
        {
            if (terms.Rules != AgreementTerms.PennyRules)
            {
                Add(Refuse.RulesUnknown, "rules", $"The rules are \"{terms.Rules}\".");
            }
            if (terms.Partners.Count == 0)
            {
                Add(Refuse.KeyMissing, "partners", "There are no partners.");
            }
            if (!terms.HasPartner(terms.Host))
            {
                Add(Refuse.PartnerNotListed, "host", $"The host \"{terms.Host}\" is not among the partners.");
            }
            if (terms.Ends is { } ends && ends < terms.Starts)
            {
                Add(Refuse.EndsNotLast, "ends", $"It ends in {ends.ToWords()}, before it starts.");
            }
        }

        public void Codes()
        {
            Unique("partners", terms.Partners.Select(item => item.Code));
            Unique("drivers", terms.Drivers.Select(item => item.Code));
            Unique("services", terms.Services.Select(item => item.Code));
            var services = terms.Services.Select(item => item.Code).ToHashSet();
            Unique("overheads", terms.Overheads.Select(item => item.Code), services);
            // Both stand below a service in accounts: one code for two of them would mix them.
            var overheads = terms.Overheads.Select(item => item.Code).ToHashSet();
            Unique("customers", terms.Customers.Select(item => item.Code), overheads);
        }

        private void Unique(string list, IEnumerable<string> codes, HashSet<string>? taken = null)
        {
            var seen = taken ?? [];
            var at = 0;
            foreach (var code in codes)
            {
                var path = $"{list}[{Text.Of(at++)}].code";
                if (!Code.IsValid(code))
                {
                    Add(Refuse.BadCode, path, $"\"{code}\" is not a code.");
                }
                else if (!seen.Add(code))
                {
                    Add(Refuse.CodeRepeated, path, $"The code \"{code}\" is given twice.");
                }
            }
        }

        public void Services()
        {
            for (var i = 0; i < terms.Services.Count; i++)
            {
                var service = terms.Services[i];
                var path = $"services[{Text.Of(i)}]";
                Partners(service.Partners, $"{path}.partners");
                Rule(service.Share, service.Partners, $"{path}.share", $"service \"{service.Code}\"");
            }
        }

        private void Partners(EquatableList<string> partners, string path)
        {
            foreach (var partner in partners.Where(partner => !known.Contains(partner)))
            {
                Add(Refuse.PartnerNotListed, path, $"\"{partner}\" is not among the partners.");
            }
            if (partners.Distinct().Count() != partners.Count)
            {
                Add(Refuse.CodeRepeated, path, "A partner is named twice.");
            }
        }

        private void Rule(SharingRule rule, IReadOnlyList<string> sharers, string path, string of)
        {
            if (rule is SharingRule.Direct direct && !sharers.Contains(direct.Partner))
            {
                Add(Refuse.PartnerNotListed, path, $"\"{direct.Partner}\" is not among the partners of {of}.");
            }
            if (rule is SharingRule.Fixed weights)
            {
                FixedWeights(weights, sharers, path, of);
            }
            if (rule is SharingRule.ByDriver driver && !Code.IsValid(driver.Driver))
            {
                Add(Refuse.BadCode, path, $"\"{driver.Driver}\" is not a code.");
            }
        }

        private void FixedWeights(SharingRule.Fixed rule, IReadOnlyList<string> sharers, string path, string of)
        {
            var named = rule.Weights.Select(item => item.Partner).ToList();
            foreach (var partner in named.Except(sharers))
            {
                Add(
                    Refuse.FixedNotComplete,
                    path,
                    $"The weights name \"{partner}\", who is not among the partners of {of}."
                );
            }
            foreach (var partner in sharers.Except(named))
            {
                Add(Refuse.FixedNotComplete, path, $"The weights of {of} leave out \"{partner}\".");
            }
            if (rule.Weights.Count > 0 && rule.Weights.All(item => item.Weight.Millionths == 0))
            {
                Add(Refuse.WeightsZero, path, $"All weights of {of} are zero.");
            }
        }

        public void Overheads()
        {
            for (var i = 0; i < terms.Overheads.Count; i++)
            {
                var overhead = terms.Overheads[i];
                var path = $"overheads[{Text.Of(i)}].over";
                var later = terms.Overheads.Skip(i + 1).Select(item => item.Code);
                var allowed = terms.Services.Select(item => item.Code).Concat(later).ToHashSet();
                foreach (var target in overhead.Over.Where(target => !allowed.Contains(target)))
                {
                    Add(Refuse.TargetNotListed, path, $"\"{overhead.Code}\" is spread over \"{target}\".");
                }
                if (overhead.Over.Count == 0)
                {
                    Add(Refuse.TargetNotListed, path, $"\"{overhead.Code}\" is spread over nothing.");
                }
                if (overhead.Over.Distinct().Count() != overhead.Over.Count)
                {
                    Add(Refuse.CodeRepeated, path, $"\"{overhead.Code}\" names a target twice.");
                }
            }
        }

        public void Income()
        {
            Rule(terms.Income, everybody, "income.share", "the income rule");
            for (var i = 0; i < terms.Customers.Count; i++)
            {
                if (terms.Customers[i].Income is { } rule)
                {
                    Rule(rule, everybody, $"customers[{Text.Of(i)}].income", $"customer \"{terms.Customers[i].Code}\"");
                }
            }
            if (terms.Savings is { } savings)
            {
                Rule(savings, everybody, "savings.share", "the savings rule");
            }
        }
    }
}
